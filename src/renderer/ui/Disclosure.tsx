import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Disclosure as AriaDisclosure, DisclosurePanel, Heading } from 'react-aria-components'
import css from './Disclosure.module.css'
import { cx } from './cx.ts'

/** Keeps what few people need out of sight until they ask. */
export function Disclosure({
  title,
  children,
  isOpenAtStart = false,
  level = 3,
}: {
  title: ReactNode
  children: ReactNode
  isOpenAtStart?: boolean
  /** Of its heading: one below what it stands under. */
  level?: 2 | 3
}) {
  return (
    <AriaDisclosure className={cx(css.disclosure)} defaultExpanded={isOpenAtStart}>
      <Heading level={level}>
        <Button slot="trigger" className={cx(css.trigger)}>
          <ChevronRight aria-hidden="true" />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className={cx(css.panel)}>{children}</DisclosurePanel>
    </AriaDisclosure>
  )
}
