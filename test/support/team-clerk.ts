import { randomUUID } from 'node:crypto'
import { teamCalls } from '#main/team/calls.ts'
import type { Connection } from '#main/team/postgres.ts'
import { api, type Caller, type Publication, type Reservation, type TeamStore, type Told } from '#main/team/store.ts'
import type { TeamServer } from './team-server.ts'

/** A dispute of account 1. */
export const dispute = (invoice: string, extra: Partial<Reservation> = {}): Reservation => ({
  id: randomUUID(),
  account: 1,
  kind: 'dispute.create',
  payload: {
    kind: 'dispute',
    dispute: {
      invoice,
      customerName: 'Jan de Vries',
      customerEmail: 'jan@example.nl',
      category: 'retour',
      locale: 'nl',
      message: 'Klant zegt het pakket nooit te hebben ontvangen.',
    },
  },
  try: 1,
  serial: 0,
  seen: 0,
  test: false,
  subject: invoice,
  context: 'Jan de Vries · jan@example.nl',
  made: new Date().toISOString(),
  ...extra,
})

/** A note of account 2. */
export const note = (saleID: string, extra: Partial<Reservation> = {}): Reservation => ({
  ...dispute(saleID),
  account: 2,
  kind: 'note.create',
  payload: {
    kind: 'note',
    action: 'create',
    target: { outletID: '12345', saleID, paymentMethodCode: 'IDE', test: false },
    text: `Notitie bij ${saleID}`,
  },
  context: '12345 · IDE',
  ...extra,
})

/** What came of it. */
export const outcome = (
  item: Reservation,
  state: Publication['state'],
  serial: number,
  number: string | null = null,
): Publication => {
  const { seen: _, ...rest } = item
  return { ...rest, state, serial, number, excerpt: 'het begin van de tekst', detail: { reason: null } }
}

/** A clerk's desk without an app: what it remembers, and its calls. */
export interface TeamClerk {
  store: TeamStore
  connection: Connection
  by: Caller
  hello(told?: Partial<Told>): Promise<Awaited<ReturnType<TeamStore['hello']>>>
  verdict(item: Reservation): Promise<string>
  close(): Promise<void>
}

export async function teamClerk(server: TeamServer, name: string): Promise<TeamClerk> {
  const connection = await server.as(name)
  const ask = (sql: string, values: readonly unknown[]) => connection.query(sql, values)
  const store = teamCalls(ask, ask)
  const by: Caller = { desk: randomUUID(), epoch: 0, news: '0' }
  const mark = randomUUID()
  const clerk: TeamClerk = {
    store,
    connection,
    by,
    async hello(told = {}) {
      const answer = await store.hello(api, by.desk, {
        mark,
        label: 'pc',
        balie: '0',
        acked: 0,
        top: 0,
        epoch: by.epoch,
        news: null,
        ...told,
      })
      if ('epoch' in answer) Object.assign(by, { epoch: answer.epoch, news: answer.news })
      return answer
    },
    verdict: async (item) => (await store.reserve(by, [item]))[0]!.verdict,
    close: () => connection.close(),
  }
  await clerk.hello()
  return clerk
}
