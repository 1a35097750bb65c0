import { ClipboardPaste } from 'lucide-react'
import { useState } from 'react'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { TextArea } from '../../ui/TextField.tsx'
import css from './Bulk.module.css'

/** Rows copied in Excel are taken as they are pasted; what is typed by hand waits for a word. */
export function PasteField({ isDisabled, onText }: { isDisabled: boolean; onText: (text: string) => void }) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  return (
    <div
      onPaste={(event) => {
        const text = event.clipboardData.getData('text/plain')
        if (text === '' || isDisabled || typed !== '') return
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
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {typed.trim() !== '' && (
        <div className={cx(css.buttons)}>
          <Button isDisabled={isDisabled} onPress={() => onText(typed)}>
            {say('bulkScreen.paste.use')}
          </Button>
        </div>
      )}
    </div>
  )
}
