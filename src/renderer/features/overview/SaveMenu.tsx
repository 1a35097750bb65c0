import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components'
import type { OverviewAsked } from '#shared/domain/overview.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useCanExport } from '../../lib/preferences.ts'
import { reportProblem } from '../../lib/problem.ts'
import { Button } from '../../ui/Button.tsx'
import { MenuItem, MenuList } from '../../ui/Menu.tsx'
import { toast } from '../../ui/Toaster.tsx'

/** The figures in view as a table. */
export function SaveMenu({ asked }: { asked: OverviewAsked }) {
  const say = useSay()
  const saving = useMutation({
    mutationFn: (format: 'csv' | 'xlsx') => unwrap(client.overview.export({ asked, format })),
    onSuccess: ({ saved }) => {
      if (saved) toast(say('overview.saved'))
    },
    onError: reportProblem,
  })
  if (!useCanExport()) return null
  return (
    <MenuTrigger>
      <Button size="small" icon={<Download aria-hidden="true" />} isBusy={saving.isPending}>
        {say('history.export')}
      </Button>
      <MenuList onAction={(id) => saving.mutate(id === 'csv' ? 'csv' : 'xlsx')}>
        <MenuItem id="xlsx">{say('history.export.xlsx')}</MenuItem>
        <MenuItem id="csv">{say('history.export.csv')}</MenuItem>
      </MenuList>
    </MenuTrigger>
  )
}
