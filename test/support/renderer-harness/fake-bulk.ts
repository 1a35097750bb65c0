import type { BulkCounts, BulkField, BulkProgress, BulkRow, BulkRun, RowStanding } from '#shared/domain/bulk.ts'
import type { bulkContract } from '#shared/ipc/bulk-contract.ts'
import type { Handlers } from '#shared/ipc/procedure.ts'
import { ago } from './sample-moments.ts'

const size = 1000
const columns: BulkRun['columns'] = [
  { index: 0, name: 'verkoopnummer', samples: ['0500001', '0500002', '0500003', '0500004', '0500005'] },
  { index: 1, name: 'betaalmethode', samples: ['iDEAL', 'IDE', 'DEB', 'CC', 'IDE'] },
  { index: 2, name: 'factuurnummer', samples: ['2026-1001', '2026-1002', '2026-1003', '2026-1004', '2026-1005'] },
  { index: 3, name: 'datum', samples: ['01-11-2026', '01-11-2026', '02-11-2026', '02-11-2026', '03-11-2026'] },
]

function makeRow(at: number): BulkRow {
  const values: BulkRow['values'] = {
    action: at % 90 === 5 ? 'update' : 'create',
    outletID: '10001',
    saleID: at % 71 === 3 ? '05OO' + at : `0${500_000 + at}`,
    paymentMethodCode: at % 5 === 2 ? 'SOF' : 'IDE',
    text: `Factuur 2026-${1000 + at} van 01-11-2026`,
    test: at % 100 === 7 ? '1' : '0',
  }
  const faulty = at % 71 === 3
  const duplicate = !faulty && at % 160 === 9
  return {
    row: at + 2,
    standing: faulty ? 'faulty' : duplicate ? 'duplicate' : 'good',
    values,
    originals: {},
    test: faulty ? null : values.test === 'ja',
    problems: faulty ? { saleID: [{ id: 'validation.digits' }] } : {},
    warnings: [
      ...(duplicate ? [{ id: 'bulk.row.sameNote', values: { row: at - 1 } } as const] : []),
      ...(at % 5 === 2 ? [{ id: 'bulk.row.methodMapped', values: { from: 'DEB', to: 'SOF' } } as const] : []),
    ],
    outcome: null,
  }
}

function sentRow(at: number): BulkRow {
  const row = makeRow(at)
  if (row.standing !== 'good') return row
  const state = at % 50 === 1 ? 'rejected' : at % 130 === 4 ? 'unknown' : 'sent'
  return {
    ...row,
    outcome: {
      submissionId: `s${at % 240}`,
      state,
      number: state === 'sent' ? String(991_000 + at) : null,
      reason: state === 'unknown' ? { id: 'outcome.unknown.reset', values: { vendor: 'DigiWallet', step: 'sent' } } : null,
      head: state === 'rejected' ? [{ text: 'Sale not found.' }] : [],
      fields: state === 'rejected' ? { saleID: [{ text: 'The sale ID must be known.' }] } : {},
      actions: [],
    },
  }
}

const tables = new Map<string, BulkRow[]>()
const rowsOf = (run: BulkRun): BulkRow[] => {
  const make = ['columns', 'checked'].includes(run.state) ? makeRow : sentRow
  const made = tables.get(run.id) ?? Array.from({ length: size }, (_, at) => make(at))
  tables.set(run.id, made)
  return made
}
const countsOf = (rows: readonly BulkRow[]): BulkCounts => {
  const count = (standing: RowStanding) => rows.filter((row) => row.standing === standing).length
  return { good: count('good'), faulty: count('faulty'), duplicate: count('duplicate'), skipped: count('skipped') }
}

const base: BulkRun = {
  id: 'r-new',
  kind: 'notes',
  state: 'columns',
  accountId: 'd-practice',
  accountName: 'Oefenwinkel',
  environment: 'practice',
  fileName: 'facturen-november.csv',
  createdAt: ago(3),
  rowCount: size,
  columns,
  sheets: [],
  top: [
    { row: 1, cells: ['Facturen november', '', '', ''] },
    { row: 2, cells: ['Periode: 01-11-2026 t/m 30-11-2026', '', '', ''] },
    { row: 4, cells: columns.map(({ name }) => name) },
    ...[0, 1, 2, 3].map((at) => ({ row: 5 + at, cells: columns.map(({ samples }) => samples[at % samples.length] ?? '') })),
  ],
  settings: { format: 'csv', encoding: 'windows-1252', delimiter: ';', header: true, headerRow: 4 },
  remarks: [
    { id: 'bulk.remark.encoding', values: { encoding: 'windows-1252' } },
    { id: 'bulk.remark.headerRow', values: { row: 4, count: 2 } },
    { id: 'bulk.remark.below', values: { row: 305, count: 1, value: 'Totaal' } },
    { id: 'bulk.remark.padded', values: { column: 'verkoopnummer', count: size } },
  ],
  plan: {
    sources: {
      action: { from: 'fixed', value: 'create' },
      outletID: { from: 'fixed', value: '10001' },
      saleID: { from: 'column', column: 0 },
      paymentMethodCode: { from: 'column', column: 1 },
      text: { from: 'template', template: 'Factuur {factuurnummer} van {datum}' },
    },
  },
  planFrom: 'suggested',
  files: null,
  counts: null,
  findings: [],
  undoStep: null,
  redoStep: null,
  includeDuplicates: false,
  connections: 4,
  progress: null,
  leftOut: 0,
  startedAt: null,
  endedAt: null,
  pauseReason: null,
  inDoubt: null,
  retries: null,
  canRetry: [],
  undoes: null,
  undoneBy: null,
  canUndo: false,
}
const progress: BulkProgress = {
  total: 980,
  sent: 412,
  rejected: 9,
  unknown: 3,
  left: 556,
  notSent: 0,
  closed: 0,
  damaged: 0,
  rate: 38.4,
  secondsLeft: 15,
  waiting: null,
}
const findings: BulkRun['findings'] = [
  { severity: 'problem', field: 'saleID', message: { id: 'validation.digits' }, rows: 14, isExample: false },
  {
    severity: 'warning',
    field: 'paymentMethodCode',
    message: { id: 'bulk.row.methodMapped', values: { from: 'DEB', to: 'SOF' } },
    rows: 200,
    isExample: false,
  },
]

const runs = new Map<string, BulkRun>(
  [
    base,
    { ...base, id: 'r-checked', state: 'checked' as const, fileName: 'verkopen-week-46.xlsx', createdAt: ago(40), findings },
    {
      ...base,
      id: 'r-sending',
      state: 'sending' as const,
      fileName: 'facturen-oktober.csv',
      createdAt: ago(100),
      progress,
      startedAt: ago(95),
    },
    {
      ...base,
      id: 'r-paused',
      state: 'paused' as const,
      accountId: 'd-live',
      accountName: 'Van Dijk Tuinmeubelen B.V.',
      environment: 'production' as const,
      fileName: 'facturen-september.csv',
      createdAt: ago(2000),
      progress: { ...progress, rate: null, secondsLeft: null },
      pauseReason: { id: 'outbox.accountPaused' as const },
      startedAt: ago(1990),
    },
    {
      ...base,
      id: 'r-done',
      state: 'done' as const,
      fileName: 'facturen-augustus.csv',
      createdAt: ago(9000),
      progress: { ...progress, sent: 953, rejected: 20, unknown: 7, left: 0, rate: null, secondsLeft: null },
      startedAt: ago(8990),
      endedAt: ago(8900),
      canRetry: ['rejected' as const, 'left-out' as const],
      canUndo: true,
    },
  ].map((run) => [run.id, run]),
)

const runOf = (id: string): BulkRun => {
  const run = runs.get(id)
  if (!run) throw new Error('No such run')
  return { ...run, counts: run.state === 'columns' ? null : countsOf(rowsOf(run)) }
}
function change(id: string, part: Partial<BulkRun>): BulkRun {
  runs.set(id, { ...runOf(id), ...part })
  return runOf(id)
}
const stepped = ({ runId }: { runId: string }, part: Partial<BulkRun>) => change(runId, part)

/** Bulk's part of the fake main: enough to walk the five steps with a thousand rows. */
export const bulkHandlers: Handlers<typeof bulkContract>['bulk'] = {
  runs: () => [...runs.keys()].map(runOf),
  get: ({ runId }) => runOf(runId),
  open: ({ kind }) => change('r-new', { kind }),
  chooseFiles: (input) => stepped(input, { files: { name: 'bijlagen.zip', count: 38 } }),
  reread: ({ runId, settings }) => change(runId, { settings }),
  plan: ({ runId, plan }) => ({
    run: change(runId, { plan, state: 'columns', planFrom: 'person' }),
    preview: [1, 2, 3, 4, 5].map(makeRow),
  }),
  check: (input) => stepped(input, { state: 'checked', findings }),
  rows({ runId, standing, states, after, limit }) {
    const found = rowsOf(runOf(runId)).filter(
      (row) =>
        row.row > (after ?? 0) &&
        (standing === null || row.standing === standing) &&
        (states.length === 0 || (row.outcome && states.includes(row.outcome.state))),
    )
    const items = found.slice(0, limit)
    return { items, next: found.length > limit ? (items.at(-1)?.row ?? null) : null }
  },
  order({ runId, standing, finding, sort, among }) {
    const found = rowsOf(runOf(runId)).filter((row) =>
      among
        ? among.includes(row.row)
        : (standing === null || row.standing === standing) &&
          (finding === null || (finding.severity === 'problem' ? row.standing === 'faulty' : row.warnings.length > 0)),
    )
    const by = sort?.by
    const key = (row: BulkRow) => (by && by in row.values ? (row.values[by as BulkField] ?? '') : String(row.row))
    const sorted = sort ? found.toSorted((a, b) => key(a).localeCompare(key(b)) * (sort.descending ? -1 : 1)) : found
    return { rows: sorted.map(({ row }) => row) }
  },
  rowsAt: ({ runId, rows }) => ({ items: rowsOf(runOf(runId)).filter(({ row }) => rows.includes(row)) }),
  editCell({ runId, row: number, field, value }) {
    const row = rowsOf(runOf(runId)).find((candidate) => candidate.row === number)
    if (!row) throw new Error('No such row')
    const isFine = field !== 'saleID' || /^\d+$/.test(value)
    Object.assign(row, {
      values: { ...row.values, [field satisfies BulkField]: value },
      problems: isFine ? {} : { saleID: [{ id: 'validation.digits' }] },
      standing: isFine ? 'good' : 'faulty',
    })
    return { row, run: change(runId, { undoStep: { kind: 'cell', field, rows: 1 } }) }
  },
  countValue: ({ runId, field, value }) => ({
    rows: rowsOf(runOf(runId)).filter(({ values }) => (values[field] ?? '') === value).length,
  }),
  fillCells({ runId, field, value, which }) {
    const isMeant = (row: BulkRow) => (which.by === 'value' ? row.values[field] === which.value : which.rows.includes(row.row))
    const meant = rowsOf(runOf(runId)).filter(isMeant)
    for (const row of meant) {
      row.originals = { [field]: row.values[field] ?? '', ...row.originals }
      row.values = { ...row.values, [field]: value }
    }
    return change(runId, { undoStep: { kind: which.by === 'value' ? 'replace' : 'fill', field, rows: meant.length } })
  },
  undoChange: ({ runId }) => change(runId, { undoStep: null, redoStep: runOf(runId).undoStep }),
  redoChange: ({ runId }) => change(runId, { undoStep: runOf(runId).redoStep, redoStep: null }),
  skipRows({ runId, rows, skip }) {
    for (const row of rowsOf(runOf(runId))) if (rows.includes(row.row)) row.standing = skip ? 'skipped' : 'good'
    return runOf(runId)
  },
  setIncludeDuplicates: ({ runId, include }) => change(runId, { includeDuplicates: include }),
  setConnections: ({ runId, connections }) => change(runId, { connections }),
  exportFaulty: () => ({ saved: true }),
  exportResult: () => ({ saved: true }),
  saveTemplate: () => ({ saved: true }),
  confirmation: ({ runId }) => ({
    total: 979,
    create: 968,
    update: 11,
    delete: 0,
    disputes: 0,
    test: 10,
    leftOut: 21,
    accountName: runOf(runId).accountName,
    environment: runOf(runId).environment,
    host: '127.0.0.1:41233',
  }),
  start: (input) => stepped(input, { state: 'sending', progress, startedAt: ago(0) }),
  pause: (input) => stepped(input, { state: 'paused' }),
  resume: (input) => stepped(input, { state: 'sending', pauseReason: null }),
  stop: (input) => stepped(input, { state: 'stopped', canRetry: ['not-sent'], canUndo: true }),
  leaveRetry: ({ runId }) => change(runId, { state: 'done', retries: null }),
  retry: ({ runId, which }) => change(runId, { state: 'checked', retries: which }),
  decideUnknown: ({ runId }) => runOf(runId),
  undo: ({ runId }) => {
    runs.set('r-undo', {
      ...runOf(runId),
      id: 'r-undo',
      state: 'checked',
      undoes: runId,
      progress: null,
      startedAt: null,
      canUndo: false,
    })
    return runOf('r-undo')
  },
  discard({ runId }) {
    runs.delete(runId)
    return {}
  },
}
