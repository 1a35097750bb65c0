import { FileText } from 'lucide-react'
import { useSay } from '../../lib/i18n.tsx'
import { useCanExport } from '../../lib/preferences.ts'
import { Button } from '../Button.tsx'
import { useDossier } from './use-dossier.ts'

/** All that is known of an item as a PDF, for a customer's complaint or an auditor. */
export function DossierButton({ id }: { id: string }) {
  const say = useSay()
  const dossier = useDossier()
  if (!useCanExport()) return null
  return (
    <Button
      icon={<FileText aria-hidden="true" />}
      shortcut="print"
      data-prints
      isBusy={dossier.isPending}
      onPress={() => dossier.mutate({ ids: [id] })}
    >
      {say('history.file.make')}
    </Button>
  )
}
