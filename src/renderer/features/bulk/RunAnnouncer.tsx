import type { BulkRun } from '#shared/domain/bulk.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { percentDone } from './row-words.ts'

/** Tells a screen reader how a run goes on: every quarter, why it pauses, and what came of it; not every figure that moves. */
export function RunAnnouncer({ run }: { run: BulkRun }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const format = useFormat()
  const { state, progress, pauseReason } = run
  const words: string[] = []
  if (progress && state === 'sending') {
    words.push(say('bulkScreen.announce.sending', { percent: Math.floor(percentDone(progress) / 25) * 25 }))
  }
  if (state === 'paused') words.push(say('bulkScreen.state.paused'), ...(pauseReason ? [sayMessage(pauseReason)] : []))
  if (progress && (state === 'done' || state === 'stopped')) {
    const { sent, rejected, unknown, left } = progress
    words.push(
      say(`bulkScreen.state.${state}`),
      say('bulkScreen.runs.figures', {
        sent: format.number(sent),
        rejected: format.number(rejected),
        unknown: format.number(unknown),
        left: format.number(left),
      }),
    )
  }
  return (
    <p role="status" className="visually-hidden">
      {words.join('. ')}
    </p>
  )
}
