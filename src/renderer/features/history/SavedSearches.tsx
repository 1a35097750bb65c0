import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Bookmark } from 'lucide-react'
import { useState } from 'react'
import { MenuTrigger } from 'react-aria-components'
import type { Narrowing, SavedSearch } from '#shared/domain/history-narrowing.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { reportProblem } from '../../lib/problem.ts'
import { keys } from '../../lib/query.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/Dialog.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { MenuItem, MenuList } from '../../ui/Menu.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { isEverything } from './history-filter.ts'
import { narrow } from '../../lib/narrowing.ts'

const none: SavedSearch[] = []

/** Searches under a name: opened by choosing, and the one in view kept or removed. */
export function SavedSearches({ narrowing }: { narrowing: Narrowing }) {
  const say = useSay()
  const queries = useQueryClient()
  const [isNaming, setNaming] = useState(false)
  const { data: saved = none } = useQuery({
    queryKey: keys.savedSearches,
    queryFn: () => unwrap(client.history.saved(undefined)),
  })
  const open = saved.find((one) => JSON.stringify(one.narrowing) === JSON.stringify(narrowing)) ?? null
  const know = (all: SavedSearch[]) => queries.setQueryData(keys.savedSearches, all)
  const choose = (id: string) => {
    const chosen = saved.find((one) => one.id === id)
    if (chosen) narrow(chosen.narrowing)
    else if (id === 'save') setNaming(true)
    else if (open) unwrap(client.history.forget({ id: open.id })).then(know, reportProblem)
  }
  const canSave = open === null && !isEverything(narrowing)
  if (saved.length === 0 && !canSave) return null
  return (
    <>
      <MenuTrigger>
        <Button size="small" variant="quiet" icon={<Bookmark aria-hidden="true" />}>
          {open?.name ?? say('history.saved')}
        </Button>
        <MenuList onAction={choose}>
          {saved.map(({ id, name }) => (
            <MenuItem key={id} id={id}>
              {name}
            </MenuItem>
          ))}
          {canSave && <MenuItem id="save">{say('history.saved.save')}</MenuItem>}
          {open && <MenuItem id="forget">{say('history.saved.forget', { name: open.name })}</MenuItem>}
        </MenuList>
      </MenuTrigger>
      {isNaming && <NameDialog narrowing={narrowing} onClose={() => setNaming(false)} onSaved={know} />}
    </>
  )
}

interface NameDialogProps {
  readonly narrowing: Narrowing
  readonly onClose: () => void
  readonly onSaved: (all: SavedSearch[]) => void
}

function NameDialog({ narrowing, onClose, onSaved }: NameDialogProps) {
  const say = useSay()
  const [name, setName] = useState(narrowing.search.trim())
  const [error, setError] = useState<unknown>(null)
  const save = async () => {
    setError(null)
    await unwrap(client.history.save({ name, narrowing })).then(onSaved, (thrown: unknown) => {
      setError(thrown)
      throw thrown
    })
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={say('history.saved.title')}
      confirmLabel={say('history.saved.confirm')}
      onConfirm={save}
    >
      <TextField
        label={say('history.saved.name')}
        name="name"
        autoFocus
        defaultValue={name}
        onChange={(event) => setName(event.target.value)}
      />
      <FailureNotice error={error} />
    </ConfirmDialog>
  )
}
