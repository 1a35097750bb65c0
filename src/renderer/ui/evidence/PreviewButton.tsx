import { Eye } from 'lucide-react'
import { useState } from 'react'
import type { WhichFile } from '../../lib/evidence/use-pages.ts'
import { useSay } from '../../lib/i18n.tsx'
import { shownText } from '../../lib/shown-text.ts'
import { Button } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { FilePreview } from './FilePreview.tsx'

/** Shows a file over the page, where there is no room beside it. */
export function PreviewButton({ which, name, version }: { which: WhichFile; name: string; version: string }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        size="small"
        icon={<Eye aria-hidden="true" />}
        aria-label={say('evidence.preview.openOf', { name })}
        onPress={() => setOpen(true)}
      >
        {say('evidence.preview.open')}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={shownText(name)} size="large">
        <FilePreview which={which} version={version} />
      </Dialog>
    </>
  )
}
