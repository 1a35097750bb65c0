import type { Overview, OverviewAsked, PeriodFigures } from '#shared/domain/overview.ts'

const slotsOf = (edges: readonly string[], start: number) =>
  edges.slice(1).map((edge, at) => (new Date(edge) > new Date(Date.now() + 86_400_000) ? 0 : (start + at * 7) % 19))
const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)

function figures(edges: readonly string[], start: number): PeriodFigures {
  const slots = slotsOf(edges, start)
  const total = sum(slots)
  const part = (share: number) => Math.round(total * share)
  return {
    total,
    slots,
    counts: [
      { kind: 'dispute.create', accountId: 'billink-1', state: 'sent', clerk: null, count: part(0.5) },
      { kind: 'dispute.create', accountId: 'billink-1', state: 'rejected', clerk: null, count: part(0.1) },
      { kind: 'note.create', accountId: 'digiwallet-1', state: 'sent', clerk: null, count: part(0.25) },
      { kind: 'note.update', accountId: 'digiwallet-1', state: 'unknown', clerk: null, count: 1 },
      { kind: 'payment-note.update', accountId: 'mollie-1', state: 'sent', clerk: null, count: part(0.15) },
    ],
    answers: [
      { kind: 'dispute.create', of: 31, medianMs: 12_400, slowMs: 41_000 },
      { kind: 'note.create', of: 20, medianMs: 11_000, slowMs: 260_000 },
    ],
    refusals: [
      {
        kind: 'dispute.create',
        field: 'invoice',
        message: { text: 'Invoice number … is not known to us.' },
        count: 3 + (start % 2),
      },
      { kind: 'note.create', field: null, message: { id: 'outcome.refusedInput', values: { vendor: 'DigiWallet' } }, count: 1 },
    ],
    otherRefusals: 0,
  }
}

const clerks = [
  { id: 'anna', name: 'Anna de Wit' },
  { id: 'eva', name: 'Eva Verhoeven-van den Brandhof' },
]
/** With `team=counted` in the query clerks are counted. */
const isCountingClerks = new URLSearchParams(location.search).get('team') === 'counted'

/** The lines in turn by one clerk and the other. */
const byClerks = ({ whose }: OverviewAsked, period: PeriodFigures): PeriodFigures => ({
  ...period,
  counts: period.counts.map((line, n) => ({
    ...line,
    clerk: whose === 'team' && isCountingClerks ? (clerks[n % 2]?.id ?? null) : null,
  })),
})

/** Figures to look at; none where the address says so. */
export const fakeOverview = (asked: OverviewAsked): Overview => ({
  current: byClerks(asked, figures(asked.current, 5)),
  earlier: byClerks(asked, figures(asked.earlier, 2)),
  earlierSoFar: 21,
  waiting: [
    { state: 'queued', count: 2, since: new Date(Date.now() - 900_000).toISOString() },
    { state: 'unknown', count: 1, since: new Date(Date.now() - 190_000_000).toISOString() },
  ],
  accounts: [
    { id: 'billink-1', name: 'Van Dijk Wonen' },
    { id: 'digiwallet-1', name: 'Van Dijk webwinkel' },
    { id: 'mollie-1', name: 'Van Dijk winkels Utrecht en Amersfoort' },
  ],
  clerks: asked.whose === 'team' && isCountingClerks ? clerks : null,
})
