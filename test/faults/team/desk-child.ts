import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SubmissionSummary } from '#shared/domain/submission.ts'
import type { TeamAddressFields } from '#shared/domain/team.ts'
import { openDesk } from '#main/desk.ts'
import { systemClock, type Clock } from '#main/submissions/clock.ts'
import { Leases } from '#main/team/lease.ts'
import { connect, type Connection } from '#main/team/postgres.ts'
import type { Connect } from '#main/team/session.ts'
import { vendorAccounts, type VendorUrls } from '../harness/accounts.ts'
import { faultPorts } from '../harness/ports.ts'
import { given, tell } from '../harness/tell.ts'

/** A clerk's desk that files what it is told to, shares its accounts, and ends once nothing of it moves. */
export interface TeamOrders {
  folder: string
  urls: VendorUrls
  link: TeamAddressFields
  password: string
  keys: readonly number[]
  /** How wrong this computer's calendar is. */
  skewYears?: number
  /** As which version of the calls it says hello. */
  api?: number
  /** Stops dead once the team let its first item go, before that is claimed; `unchecked` without looking at the clocks afterwards. */
  stops?: 'checked' | 'unchecked'
}

/** How its items stand in the end. */
export interface TeamEnd {
  items: { subject: string; kind: string; state: string; number: string | null }[]
  troubles: string[]
}

const { folder, urls, link, password, keys, skewYears = 0, api, stops } = given as TeamOrders
const troubles: string[] = []
const yearMs = 365 * 86_400_000
const clock: Clock = { ...systemClock, now: () => Date.now() + skewYears * yearMs }
if (stops) stopOnce(stops)

/** Between the team's word and the claim: as a computer that is put to sleep at the worst moment. */
function stopOnce(how: 'checked' | 'unchecked'): void {
  const { grant } = Leases.prototype
  let isDone = false
  if (how === 'unchecked') Leases.prototype.holds = () => true
  Leases.prototype.grant = function (...granted) {
    grant.apply(this, granted)
    if (isDone) return
    isDone = true
    tell({ stopped: process.pid })
    process.kill(process.pid, 'SIGSTOP')
  }
}

/** Says hello as another version does. */
const asVersion: Connect = async (...asked) => {
  const connection = await connect(...asked)
  const query: Connection['query'] = (sql, values) =>
    connection.query(sql, sql.includes('team.hello(') && values ? [api, ...values.slice(1)] : values)
  return new Proxy(connection, { get: (target, name) => (name === 'query' ? query : Reflect.get(target, name)) })
}
const desk = await openDesk({
  ...faultPorts({ folder, clock, holdSeconds: 0, onTrouble: (message, error) => troubles.push(`${message}: ${String(error)}`) }),
  ...(api !== undefined && { connectTeam: asVersion }),
})
const accounts = await vendorAccounts(desk, urls)
const { handlers } = desk
/** Until the database can be reached: a clerk who joins presses again. */
for (;;) {
  try {
    const joined = await handlers.team.connect({ ...link, password })
    if (joined.link) break
  } catch {
    await sleep(100)
  }
}
while ((await handlers.team.get(undefined)).state !== 'online') await sleep(20)
for (const { shared, candidates } of (await handlers.team.get(undefined)).accounts)
  if (candidates[0]) await handlers.team.share({ shared, accountId: candidates[0].accountId })
await desk.start()

// What was filed before a crash is not filed again: a clerk sees it in the list.
const done = path.join(folder, 'filed')
const filed = new Set(existsSync(done) ? readFileSync(done, 'utf8').split('\n') : [])
for (const key of keys) {
  if (filed.has(String(key))) continue
  const isNote = key % 2 === 0
  const draft = isNote
    ? await handlers.drafts.create({
        kind: 'note',
        accountId: accounts.digiwallet,
        fields: {
          action: 'create',
          outletID: '12345',
          saleID: String(key),
          paymentMethodCode: 'IDE',
          text: `K-${key}`,
          test: false,
        },
      })
    : await handlers.drafts.create({
        kind: 'dispute',
        accountId: accounts.billink,
        fields: {
          invoice: `K-${key}`,
          customerName: 'Jan',
          customerEmail: 'jan@example.nl',
          category: 'c',
          locale: 'nl',
          message: 'Tekst',
        },
      })
  filed.add(String(key))
  writeFileSync(done, [...filed].join('\n'))
  await (isNote ? handlers.notes : handlers.disputes).submit({ draftId: draft.id })
  await sleep(2)
}

async function items(): Promise<SubmissionSummary[]> {
  const found: SubmissionSummary[] = []
  for (let cursor: string | null = null; ;) {
    const page: { items: SubmissionSummary[]; next: string | null } = await handlers.history.list({
      search: '',
      kinds: [],
      states: [],
      cursor,
      limit: 200,
    })
    found.push(...page.items)
    if (page.next === null) return found
    cursor = page.next
  }
}
const moves = ({ state, reason }: SubmissionSummary) =>
  state === 'sending' || (state === 'queued' && !(reason && 'id' in reason && reason.id.startsWith('team.taken')))
let last = await items()
while (last.some(moves)) {
  await sleep(50)
  last = await items()
}
await desk.close()
const end = last.map(({ subject, kind, state, vendorNumber }) => ({ subject, kind, state, number: vendorNumber }))
tell({ items: end, troubles: troubles.slice(0, 3) } satisfies TeamEnd)
process.exit(0)
