import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useSay } from '../lib/i18n.tsx'
import { shownText } from '../lib/shown-text.ts'
import { Button } from './Button.tsx'
import css from './CopyValue.module.css'
import { cx } from './cx.ts'

/** A number that is a name, with a button that copies it. */
export function CopyValue({ label, value }: { label: string; value: string }) {
  const say = useSay()
  const [copied, setCopied] = useState(false)
  const Icon = copied ? Check : Copy
  return (
    <span className={cx(css.copy)}>
      <span className={cx(css.value)}>{shownText(value)}</span>
      <Button
        variant="quiet"
        size="small"
        icon={<Icon aria-hidden="true" />}
        aria-label={`${say('ui.copy')}: ${label}`}
        onPress={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}
      />
      <span role="status" className={cx(css.status)}>
        {copied && say('ui.copied')}
      </span>
    </span>
  )
}
