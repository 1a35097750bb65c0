import fc from 'fast-check'
import type { Answer } from './monitor.ts'

/** Something a person, the clock or the network does while the outbox is at work. */
export type Act =
  | { act: 'file'; what: 'dispute' | 'create' | 'update' | 'delete'; sale: '1001' | '1002'; clicks: 1 | 2 }
  | { act: 'cancel' | 'sendNow' | 'edit'; item: number }
  | { act: 'decide'; item: number; decision: 'arrived' | 'send-again' | 'close' | 'keep' }
  | { act: 'release'; account: 'billink' | 'digiwallet' }
  | { act: 'answerAsking'; send: boolean }
  | { act: 'networkReturned' }
  | { act: 'pass'; ms: number }

const item = fc.nat({ max: 12 })

/** Weighted so that most stories file several items for the same note and let some time pass. */
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.constant('file' as const),
      what: fc.constantFrom('dispute', 'create', 'update', 'update', 'delete'),
      sale: fc.constantFrom('1001', '1002'),
      clicks: fc.constantFrom(1, 1, 2),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('pass' as const),
      ms: fc.constantFrom(0, 100, 5_000, 10_000, 20_000, 120_000, 600_000),
    }),
  },
  { weight: 6, arbitrary: fc.record({ act: fc.constantFrom('cancel', 'sendNow', 'sendNow', 'edit'), item }) },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('decide' as const),
      item,
      decision: fc.constantFrom('arrived', 'send-again', 'send-again', 'close', 'keep'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('release' as const), account: fc.constantFrom('billink', 'digiwallet') }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('answerAsking' as const), send: fc.boolean() }) },
  { weight: 2, arbitrary: fc.constant({ act: 'networkReturned' as const }) },
)

export const acts: fc.Arbitrary<Act[]> = fc.array(act, { minLength: 5, maxLength: 25, size: 'max' })

const answer: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ is: 'accepts' as const }) },
  { weight: 4, arbitrary: fc.constant({ is: 'isSilent' as const }) },
  { weight: 2, arbitrary: fc.constant({ is: 'isUnreachable' as const }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ is: 'refuses' as const }, { is: 'refusesKey' as const }, { is: 'hasBadCertificate' as const }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('isBusy' as const), retryAfterMs: fc.constantFrom(1_000, 60_000, 900_000) }),
  },
)

/** What the vendor says, one after the other; after the last it accepts. */
export const answers: fc.Arbitrary<Answer[]> = fc.array(answer, { minLength: 0, maxLength: 20, size: 'max' })
