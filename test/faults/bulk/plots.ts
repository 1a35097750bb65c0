import type { Plot } from './story.ts'

const files = { kind: 'disputes', connections: 4, undoing: null } as const

/** Ten runs of ten thousand notes, each killed at every point and ten times at random, and runs of disputes with files. */
const whole = (connections: number): Plot[] => [
  ...Array.from({ length: 10 }, (): Plot => ({
    kind: 'notes',
    rows: 10_000,
    connections,
    sending: [
      ...(['reading', 'checking', 'starting', 'claim', 'underWay', 'recovering', 'unflushed', 1, 'flushed', 2] as const),
      ...(['answered', 'pausing', 2, 'committed', 'resumed', 1, 'stopping', 'retrying', 'startingAgain', 3] as const),
    ],
    deciding: true,
    undoing: 1,
  })),
  ...Array.from({ length: 10 }, (): Plot => ({
    ...files,
    rows: 500,
    sending: ['storing', 'storing', 'underWay', 1],
    deciding: false,
  })),
]

/** The same points, shared by two small runs, and a few disputes. */
const shortened = (connections: number): Plot[] => [
  {
    kind: 'notes',
    rows: 300,
    connections,
    sending: ['reading', 'starting', 'underWay', 'recovering', 'unflushed', 1, 'stopping', 'retrying'],
    deciding: false,
    undoing: null,
  },
  {
    kind: 'notes',
    rows: 300,
    connections,
    sending: ['checking', 'claim', 'flushed', 'answered', 'resumed', 'committed', 'pausing', 1],
    deciding: true,
    undoing: null,
  },
  { ...files, rows: 30, sending: ['storing', 'underWay'], deciding: false },
]

/** The runs of this suite. */
export const plotsFor = (short: boolean, connections: number): Plot[] => (short ? shortened(connections) : whole(connections))
