import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import css from './Tabs.module.css'
import { cx } from './cx.ts'

export interface TabsProps<K extends string> {
  readonly label: string
  readonly tabs: readonly { readonly key: K; readonly label: ReactNode; readonly content: ReactNode }[]
  readonly selected: K
  readonly onSelect: (key: K) => void
}

/** A few lists in the place of one; the panel fills what is left of its pane. */
export function Tabs<K extends string>({ label, tabs, selected, onSelect }: TabsProps<K>) {
  return (
    <AriaTabs
      className={cx(css.tabs)}
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find((candidate) => candidate.key === key)
        if (tab) onSelect(tab.key)
      }}
    >
      <TabList aria-label={label} className={cx(css.list)}>
        {tabs.map((tab) => (
          <Tab key={tab.key} id={tab.key} className={cx(css.tab)}>
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.key} id={tab.key} className={cx(css.panel)}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
