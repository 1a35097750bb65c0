import type { ReactNode } from 'react'
import { Header, Menu as AriaMenu, MenuItem as AriaMenuItem, MenuSection, Popover } from 'react-aria-components'
import css from './Menu.module.css'
import { cx } from './cx.ts'

/** The list that a button in a MenuTrigger opens. */
export function MenuList({ onAction, children }: { onAction: (id: string) => void; children: ReactNode }) {
  return (
    <Popover className={cx(css.popover)} placement="bottom start">
      <AriaMenu className={cx(css.menu)} onAction={(id) => onAction(String(id))}>
        {children}
      </AriaMenu>
    </Popover>
  )
}

/** Some of it under a heading. */
export function MenuGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <MenuSection className={cx(css.group)}>
      <Header className={cx(css.heading)}>{title}</Header>
      {children}
    </MenuSection>
  )
}

/** One thing that can be done. */
export function MenuItem({ id, text, children }: { id: string; text?: string; children: ReactNode }) {
  const words = text ?? (typeof children === 'string' ? children : id)
  return (
    <AriaMenuItem id={id} textValue={words} className={cx(css.item)}>
      {children}
    </AriaMenuItem>
  )
}
