import { ClipboardCopy } from 'lucide-react'
import { useSay } from '../../lib/i18n.tsx'
import { reportProblem } from '../../lib/problem.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { toast } from '../../ui/Toaster.tsx'
import type { AnswerSummary } from './answer-summary.ts'

/** What to do about a mistake in a dispute that Billink has: its interface knows no change, so that a person writes to Billink. */
export function Mistake({ number, ticket }: Pick<AnswerSummary, 'number' | 'ticket'>) {
  const say = useSay()
  const text = say('disputes.mistake.letter', { number: number ?? '–', ticket: ticket ?? '–' })
  const copy = () => navigator.clipboard.writeText(text).then(() => toast(say('ui.copied')), reportProblem)
  return (
    <Disclosure title={say('disputes.mistake')}>
      <p>{say('disputes.mistake.text')}</p>
      <blockquote>{text}</blockquote>
      <Button size="small" icon={<ClipboardCopy aria-hidden="true" />} onPress={() => void copy()}>
        {say('disputes.mistake.copy')}
      </Button>
    </Disclosure>
  )
}
