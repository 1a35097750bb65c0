import type { BulkRun } from '#shared/domain/bulk.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { percentDone } from './row-words.ts'
import { useRunFigures } from './run-figures.ts'

/** Tells a screen reader how a run goes on: every quarter, why it pauses, and what came of it; not every figure that moves. */
export function RunAnnouncer({ run }: { run: BulkRun }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const figuresOf = useRunFigures()
  const { state, progress, pauseReason } = run
  const words: string[] = []
  if (progress && state === 'sending') {
    words.push(say('bulkScreen.announce.sending', { percent: Math.floor(percentDone(progress) / 25) * 25 }))
  }
  if (state === 'paused') words.push(say('bulkScreen.state.paused'), ...(pauseReason ? [sayMessage(pauseReason)] : []))
  const figures = figuresOf(run)
  if (figures && (state === 'done' || state === 'stopped')) words.push(say(`bulkScreen.state.${state}`), figures)
  return (
    <p role="status" className="visually-hidden">
      {words.join('. ')}
    </p>
  )
}
