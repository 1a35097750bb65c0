import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useCanExport } from '../../lib/preferences.ts'
import { reportProblem } from '../../lib/problem.ts'
import { Button } from '../../ui/Button.tsx'
import { MenuItem, MenuList } from '../../ui/Menu.tsx'
import { toast } from '../../ui/Toaster.tsx'
import { useDossier } from '../../ui/submission/use-dossier.ts'

type Chosen = Parameters<typeof client.history.export>[0]['chosen']

/** What was marked, or all that is found, as a table. */
export function ExportMenu({ chosen }: { chosen: Chosen }) {
  const say = useSay()
  const saving = useMutation({
    mutationFn: (format: 'csv' | 'xlsx') => unwrap(client.history.export({ chosen, format })),
    onSuccess: ({ saved, count }) => {
      if (saved) toast(say('history.export.saved', { count }))
    },
    onError: reportProblem,
  })
  const dossier = useDossier()
  if (!useCanExport()) return null
  return (
    <MenuTrigger>
      <Button size="small" variant="quiet" icon={<Download aria-hidden="true" />} isBusy={saving.isPending || dossier.isPending}>
        {say('history.export')}
      </Button>
      <MenuList onAction={(id) => (id === 'pdf' ? dossier.mutate(chosen) : saving.mutate(id === 'csv' ? 'csv' : 'xlsx'))}>
        <MenuItem id="xlsx">{say('history.export.xlsx')}</MenuItem>
        <MenuItem id="csv">{say('history.export.csv')}</MenuItem>
        <MenuItem id="pdf">{say('history.export.pdf')}</MenuItem>
      </MenuList>
    </MenuTrigger>
  )
}
