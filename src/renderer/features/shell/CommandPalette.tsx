import { Search } from 'lucide-react'
import { useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import css from './CommandPalette.module.css'
import { isOwnGroup, ownGroups, type Entry } from './palette-entries.ts'
import { usePaletteEntries } from './use-palette-entries.ts'

/** What Autocomplete leaves out: it ties the field to its list (`aria-controls`), but calls it a plain search box. */
const combobox = { role: 'combobox', 'aria-expanded': true, 'aria-haspopup': 'listbox' } as const

/** One box for every command and every item on this computer. */
export function CommandPalette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const say = useSay()
  return (
    <ModalOverlay className={cx(css.overlay)} isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className={cx(css.modal)}>
        <Dialog className={cx(css.dialog)} aria-label={say('shell.palette')}>
          <Palette onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Palette({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const [search, setSearch] = useState('')
  const entries = usePaletteEntries(search)

  function run(id: string): void {
    onClose()
    entries.find((entry) => entry.id === id)?.run()
  }

  return (
    <Autocomplete inputValue={search} onInputChange={setSearch}>
      <SearchField className={cx(css.search)} aria-label={say('shell.palette')} autoFocus>
        <Search aria-hidden="true" />
        <Input
          {...combobox}
          placeholder={say('shell.palette.placeholder')}
          onKeyDown={(event) => event.key === 'Escape' && onClose()}
        />
      </SearchField>
      <ListBox
        className={cx(css.menu)}
        aria-label={say('shell.palette')}
        onAction={(id) => run(String(id))}
        renderEmptyState={() => <p className={cx(css.none)}>{say('shell.palette.none', { search })}</p>}
      >
        {inGroups(entries).map(([group, members]) => {
          return (
            <ListBoxSection key={group} id={group}>
              <Header className={cx(css.group)}>{say(isOwnGroup(group) ? `shell.palette.${group}` : group)}</Header>
              {members.map((entry) => (
                <ListBoxItem key={entry.id} id={entry.id} textValue={entry.label} className={cx(css.item)}>
                  <span className={cx(css.label)}>{entry.label}</span>
                  {entry.hint && <span className={cx(css.hint)}>{entry.hint}</span>}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          )
        })}
      </ListBox>
      <p className={cx(css.foot)} aria-hidden="true">
        {say('shell.palette.hint')}
      </p>
    </Autocomplete>
  )
}

/** Our own groups first, each only where there is something in it. */
function inGroups(entries: readonly Entry[]): [Entry['group'], Entry[]][] {
  const groups = new Map<Entry['group'], Entry[]>(ownGroups.map((group) => [group, []]))
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry])
  return [...groups].filter(([, members]) => members.length > 0)
}
