import type { Random } from '../harness/random.ts'
import type { Life } from './lives.ts'
import type { NaiveKill } from './naive-run.ts'
import type { Crash } from './orders.ts'

/** What a point may know to choose its moment by. */
export interface Sizes {
  rows: number
  connections: number
}

type Choose = (random: Random, sizes: Sizes) => Omit<Life, 'point'>

/** Rows that the ledger takes in one transaction when a table is read or written down. */
const pieceRows = 200
const indexedAtOnce = 50

const self =
  (from: Crash['from'], moment: Crash['moment'], upTo: (sizes: Sizes) => number, act?: Life['act']): Choose =>
  (random, sizes) => ({
    crash: { from, moment, nth: 1 + random.below(Math.max(1, Math.floor(upTo(sizes)))) },
    ...(act ? { act } : {}),
  })

const oneOf =
  (...choices: readonly Choose[]): Choose =>
  (random, sizes) =>
    random.pick(choices)(random, sizes)

const few = () => 12
const batches = () => 10

/** The named moments, in the order in which a story comes by them. */
export const points = {
  reading: [
    'while the file is read',
    oneOf(
      self('reading', 'piece read', ({ rows }) => rows / pieceRows),
      self('reading', 'write', few),
    ),
  ],
  checking: ['while the check runs', self('checking', 'write', ({ rows }) => (4 * rows) / pieceRows)],
  starting: ['while rows are written down', self('starting', 'write', ({ rows }) => 2 * rows)],
  startingAgain: ['while rows are written down', self('starting', 'write', ({ rows }) => rows / 10)],
  storing: [
    'while files are copied',
    oneOf(
      self('starting', 'file stored', ({ rows }) => rows / 2),
      self('starting', 'write', ({ rows }) => 2 * rows),
    ),
  ],
  claim: ['before the claim is committed', self('sending', 'claim uncommitted', batches)],
  underWay: [
    'requests under way',
    (random: Random, { connections }: Sizes) => ({ atArrival: 2 + random.below(4 * connections) }),
  ],
  recovering: ['during recovery after that', self('opening', 'recovering', ({ connections }) => connections)],
  unflushed: ['claim committed, not flushed', self('sending', 'claim unflushed', batches)],
  flushed: ['claim flushed, no byte sent', self('sending', 'claim flushed', batches)],
  answered: ['answers received, not committed', self('sending', 'result uncommitted', batches)],
  committed: ['results committed', self('sending', 'result committed', batches)],
  pausing: ['during a pause', self('acting', 'write', () => 30, 'pause')],
  resumed: ['again, just after it was resumed', (random: Random) => ({ atArrival: 1 + random.below(3) })],
  stopping: ['during a stop', self('acting', 'write', () => 60, 'stop')],
  retrying: ['during a retry', self('acting', 'write', () => 40, 'retry')],
  indexing: [
    'while its items are indexed',
    (random: Random, sizes: Sizes) => ({
      ...self('sending', 'indexed', ({ rows }) => (3 * rows) / indexedAtOnce)(random, sizes),
      afterTheEnd: true,
    }),
  ],
  deciding: [
    'while all unknown ones are decided',
    oneOf(
      self('acting', 'write', () => 60, 'decide'),
      self('acting', 'decided', () => 1, 'decide'),
    ),
  ],
  undoing: ['while an undo is made ready', self('acting', 'write', () => 60, 'undo')],
} as const satisfies Record<string, readonly [name: string, choose: Choose]>
export type PointName = keyof typeof points

/** At any moment: between the first instruction and some time of work, or anywhere in the table. */
export const anyMoment: readonly [name: string, choose: Choose] = [
  'at a random moment',
  (random, { rows }) => {
    if (random.chance(0.15)) return { after: { what: 'start', ms: random.between(0, 400) } }
    if (random.chance(0.5)) return { after: { what: 'asked', ms: random.between(0, Math.min(300, rows / 5)) } }
    return { atArrival: 1 + random.below(rows / 15) }
  },
]

/** The same moments in the naive script. */
export const naiveMoments: readonly (readonly [point: string, moment: NaiveKill])[] = [
  [points.claim[0], 'sending'],
  [points.underWay[0], 'arrived'],
  [points.answered[0], 'answered'],
  [points.committed[0], 'written'],
  [points.starting[0], 'writing'],
]
