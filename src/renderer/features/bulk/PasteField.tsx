import { ClipboardPaste } from 'lucide-react'
import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import { TextArea } from '../../ui/TextField.tsx'
import css from './Bulk.module.css'

/** Rows copied in Excel are taken as they are pasted; nothing has to be shown of them here. */
export function PasteField({ isDisabled, onText }: { isDisabled: boolean; onText: (text: string) => void }) {
  const say = useSay()
  return (
    <div
      onPaste={(event) => {
        const text = event.clipboardData.getData('text/plain')
        if (text === '' || isDisabled) return
        event.preventDefault()
        onText(text)
      }}
    >
      <TextArea
        label={say('bulkScreen.paste')}
        aside={<ClipboardPaste className={cx(css.icon)} aria-hidden="true" />}
        description={say('bulkScreen.paste.text')}
        rows={2}
        disabled={isDisabled}
      />
    </div>
  )
}
