import { Archive, CircleCheck, Clock, RefreshCw, Replace, Send } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import css from './UnknownPath.module.css'

const icons = {
  arrived: CircleCheck,
  again: Send,
  later: Clock,
  close: Archive,
  look: RefreshCw,
  replace: Replace,
  leave: Archive,
} as const

interface WayOutProps {
  readonly way: keyof typeof icons
  readonly onPress: () => void
  readonly isDisabled: boolean
}

/** A choice with a sentence that says what it does, so that nobody has to guess what a button means. */
export function WayOut({ way, onPress, isDisabled }: WayOutProps) {
  const say = useSay()
  const Icon = icons[way]
  return (
    <Button className={cx(css.way)} onPress={onPress} isDisabled={isDisabled}>
      <Icon aria-hidden="true" />
      <span className={cx(css.words)}>
        <span className={cx(css.label)}>{say(`outboxScreen.unknown.${way}`)}</span>
        <span className={cx(css.quiet)}>{say(`outboxScreen.unknown.${way}.text`)}</span>
      </span>
    </Button>
  )
}
