import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDesk } from '#main/desk.ts'
import { faultPorts } from '../faults/harness/ports.ts'
import { openLedgerFile } from '../support/ledger-file.ts'
import { median, verdict, type Figure } from './figures.ts'

/** BENCH_DRAFTS for another number. */
const many = Number(process.env['BENCH_DRAFTS'] ?? 20_000)
const saves = 500
const lists = 15
const mostListMs = 100
const mostSaveMs = 5
const mostPageBytes = 20_000_000

const atP99 = (costs: readonly number[]) => costs.toSorted((a, b) => a - b)[Math.floor(costs.length * 0.99)] ?? Number.NaN

async function timed<T>(work: () => T): Promise<{ ms: number; answer: Awaited<T> }> {
  const begun = performance.now()
  const answer = await work()
  return { ms: performance.now() - begun, answer }
}

const words = 'De klant zegt dat het pakket niet is aangekomen en wil het bedrag terug. '.repeat(12)
const fieldsOf = (number: number) => ({
  invoice: `F-${number}`,
  customerName: `Klant ${number}`,
  customerEmail: `klant${number}@example.nl`,
  category: 'retour',
  locale: 'nl',
  message: words,
})

interface DraftsCost {
  listMs: number
  searchMs: number
  saved: number[]
  pageBytes: number
  toldBytes: number
}

/** A desk with so many drafts: a list of them, what is typed in one, and what the page is told for it. */
async function costOf(count: number): Promise<DraftsCost> {
  const folder = await mkdtemp(join(tmpdir(), 'balie-drafts-'))
  let toldBytes = 0
  try {
    const desk = await openDesk({
      ...faultPorts({ folder, holdSeconds: 0, onTrouble: (message, error) => console.error(message, error) }),
      emit: (_name, payload) => (toldBytes += JSON.stringify(payload).length),
    })
    const { accounts, drafts } = desk.handlers
    const account = (await accounts.list(undefined)).find(({ settings }) => settings.kind === 'billink')
    if (!account) throw new Error('there is no account to write for')
    const { id } = await drafts.create({ kind: 'dispute', accountId: account.id, fields: fieldsOf(0) })
    const db = openLedgerFile(join(folder, 'ledger.sqlite'))
    const insert = db.prepare(`
      INSERT INTO drafts (id, kind, account_id, fields, attachment_id, refusal, source_id, revision, created_at, updated_at)
      VALUES (?, 'dispute', ?, ?, NULL, NULL, NULL, 2, ?, ?)`)
    db.exec('BEGIN')
    for (let number = 1; number < count; number += 1)
      insert.run(randomUUID(), account.id, JSON.stringify(fieldsOf(number)), number, number)
    db.exec('COMMIT')
    db.close()

    const list = (search = '') => drafts.list({ kind: 'dispute', accountId: account.id, search, limit: 100 })
    const listed: number[] = []
    for (let round = 0; round < lists; round += 1) listed.push((await timed(list)).ms)
    const page = await list()
    if (page.total !== count) throw new Error(`${page.total} of ${count} drafts are there`)
    const { ms: searchMs } = await timed(() => list('klant zonder nummer'))
    toldBytes = 0
    const saved: number[] = []
    for (let revision = 2; revision < saves + 2; revision += 1) {
      const fields = { ...fieldsOf(0), message: `${words}${revision}` }
      saved.push((await timed(() => drafts.save({ kind: 'dispute', id, revision, fields }))).ms)
    }
    await desk.close()
    return { listMs: median(listed), searchMs, saved, pageBytes: JSON.stringify(page).length, toldBytes: toldBytes / saves }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What a great many drafts cost, beside a few on the same machine. */
export async function measure(): Promise<Figure[]> {
  const few = await costOf(20)
  const all = await costOf(many)
  const figure = (what: string, now: number, then: number, unit: string, most: number): Figure => ({
    case: 'desk-drafts',
    what: `${many.toLocaleString('en')} drafts: ${what}`,
    measured: `${now.toFixed(1)} ${unit}`,
    against: `${then.toFixed(1)} ${unit} with 20`,
    ratio: `${(now / then).toFixed(2)} ×`,
    target: Number.isFinite(most) ? `≤ ${most} ${unit}` : '—',
    verdict: verdict(now <= most),
  })
  return [
    figure(`the first page of the list (${lists} rounds)`, all.listMs, few.listMs, 'ms', mostListMs),
    figure('a search that finds nothing, in slices (1 round)', all.searchMs, few.searchMs, 'ms', Number.POSITIVE_INFINITY),
    figure(`storing what is typed, p50 (${saves} saves)`, median(all.saved), median(few.saved), 'ms', mostSaveMs),
    figure(`storing what is typed, p99 (${saves} saves)`, atP99(all.saved), atP99(few.saved), 'ms', mostSaveMs),
    figure('what the page is given for the list', all.pageBytes / 1e6, few.pageBytes / 1e6, 'MB', mostPageBytes / 1e6),
    figure('what the page is told for each save', all.toldBytes / 1e3, few.toldBytes / 1e3, 'kB', mostPageBytes / 1e3),
  ]
}
