import type { SubmissionState } from '#shared/domain/submission.ts'
import type { Desk } from '#main/desk.ts'
import { FakeClock } from '#test/support/fake-clock.ts'
import { inFolder } from '../harness/children.ts'
import { readingDesk, times } from './desk.ts'
import { playMollie, type Mood } from './vendor.ts'

/** What goes wrong once, with the reading or with the change after it. */
export interface Fault {
  name: string
  step: 'GET' | 'PATCH'
  mood: Mood
  expected: SubmissionState
}

const both = (name: string, mood: Mood, expected: [read: SubmissionState, change: SubmissionState]): Fault[] =>
  (['GET', 'PATCH'] as const).map((step, at) => ({ name, step, mood, expected: expected[at]! }))

export const faults: readonly Fault[] = [
  ...both('silence', { kind: 'silence', applied: false }, ['queued', 'unknown']),
  ...both('hangs up', { kind: 'hangs up', applied: false }, ['queued', 'unknown']),
  ...both('503', { kind: 'status', status: 503, applied: false }, ['queued', 'unknown']),
  ...both('302', { kind: 'status', status: 302, applied: false }, ['queued', 'unknown']),
  ...both('429', { kind: 'status', status: 429, applied: false }, ['queued', 'queued']),
  ...both('401', { kind: 'status', status: 401, applied: false }, ['held', 'held']),
  ...both('422', { kind: 'status', status: 422, applied: false }, ['rejected', 'rejected']),
  { name: 'silence, carried out', step: 'PATCH', mood: { kind: 'silence', applied: true }, expected: 'unknown' },
  { name: 'hangs up, carried out', step: 'PATCH', mood: { kind: 'hangs up', applied: true }, expected: 'unknown' },
  { name: '500, carried out', step: 'PATCH', mood: { kind: 'status', status: 500, applied: true }, expected: 'unknown' },
  { name: 'carried out late', step: 'PATCH', mood: { kind: 'late' }, expected: 'unknown' },
]

/** What became of one note that met one fault. */
export interface Cell {
  first: SubmissionState
  later: SubmissionState
  applied: number
  lost: number
}

const sleep = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms))

async function idle(desk: Desk): Promise<void> {
  while (!desk.isIdle()) await sleep(2)
}

/** Files a note at a payment that another program wrote to, and looks at it after the fault and an hour later. */
export async function tryCell(fault: Fault, replays: boolean): Promise<Cell> {
  let isMet = false
  const vendor = await playMollie({
    mood(method) {
      if (isMet || method !== fault.step) return { kind: 'usual' }
      isMet = true
      return fault.mood
    },
    interferes: () => false,
    lateMs: times.lateMs,
    replays,
  })
  vendor.interfere('tr_1')
  try {
    return await inFolder(async (folder) => {
      const clock = new FakeClock()
      const { desk, accountId } = await readingDesk({ folder, url: vendor.url, clock, factor: 1 })
      await desk.start()
      const { drafts, paymentNotes, history, outbox } = desk.handlers
      const fields = { action: 'create' as const, paymentID: 'tr_1', text: 'Factuur 1', keepValue: false }
      const { id: draftId } = await drafts.create({ kind: 'payment-note', accountId, fields })
      const { id } = await paymentNotes.submit({ draftId, shown: null })
      await idle(desk)
      const first = (await history.get({ id })).state
      if (first === 'held') await outbox.release({ accountId })
      // Nothing is decided as long as a change may still be on its way.
      await clock.pass(times.settleMs - 1)
      await sleep(fault.mood.kind === 'late' ? times.lateMs + 100 : 10)
      for (let passed = 0; passed < 60 && (await history.get({ id })).state !== 'sent'; passed += 1) {
        await clock.pass(passed < 10 ? 1_000 : 60_000)
        await idle(desk)
        // A reading of an outcome that is unknown is no try.
        await sleep(4)
      }
      const later = (await history.get({ id })).state
      await desk.close()
      const [change] = vendor.changes.values()
      return { first, later, applied: change?.applied ?? 0, lost: change?.lost.length ?? 0 }
    })
  } finally {
    await vendor.close()
  }
}

/** Why a cell is not as it should be; nothing where it is. */
export function problemOf({ expected }: Fault, { first, later, applied, lost }: Cell): string {
  const end = expected === 'rejected' ? 'rejected' : 'sent'
  if (first !== expected) return `${first} instead of ${expected}`
  if (later !== end) return `${later} instead of ${end} in the end`
  if (applied !== (end === 'sent' ? 1 : 0)) return `carried out ${applied} times`
  return lost > 0 ? `lost ${lost} keys of others` : ''
}
