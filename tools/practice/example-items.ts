import { randomUUID } from 'node:crypto'
import type { Caller, Publication } from '#main/team/store.ts'
import type { TeamClerk } from '#test/support/team-clerk.ts'

/** A customer whom nobody is. */
const customers = [
  ['F-2026-1001', 'Jan Jansen', 'jan@example.nl', 'Het pakket is nooit bezorgd.'],
  ['F-2026-1002', 'Fatima el Idrissi', 'fatima@example.nl', 'De klant stuurde de jas terug en kreeg het geld niet.'],
  ['F-2026-1003', 'Kees de Boer', 'kees@example.nl', 'Er is twee keer afgeschreven.'],
  ['F-2026-1004', 'Sofie Vermeulen', 'sofie@example.be', 'De schoenen zijn beschadigd aangekomen.'],
] as const

const disputeOf = ([invoice, customerName, customerEmail, message]: (typeof customers)[number], serial: number) => ({
  id: randomUUID(),
  account: 1,
  kind: 'dispute.create',
  payload: {
    kind: 'dispute' as const,
    dispute: { invoice, customerName, customerEmail, category: 'retour', locale: 'nl', message },
  },
  try: 1,
  serial,
  seen: 0,
  test: false,
  subject: invoice,
  context: `${customerName} · ${customerEmail}`,
  made: new Date().toISOString(),
})

/** What a colleague who is not there sent today, one of it of unknown outcome, and a draft that she left. */
export async function leaveExamples({ store, by, close }: TeamClerk): Promise<void> {
  const items = customers.map((customer, n) => disputeOf(customer, n + 1))
  await store.reserve(by, items)
  const outcomes = items.map((item, n): Publication => {
    const { seen: _, ...rest } = item
    const isLast = n === items.length - 1
    return {
      ...rest,
      state: isLast ? 'unknown' : 'sent',
      excerpt: item.payload.dispute.message,
      number: isLast ? null : String(48_210 + n),
      detail: { reason: null },
    }
  })
  await store.publish(by, outcomes, items.length)
  await leaveDraft(store, by)
  await close()
}

async function leaveDraft(store: TeamClerk['store'], by: Caller): Promise<void> {
  await store.putDraft(by, {
    id: randomUUID(),
    account: 1,
    kind: 'dispute',
    fence: 1,
    revision: 1,
    subject: 'F-2026-1005',
    fields: {
      typed: {
        invoice: 'F-2026-1005',
        customerName: 'Mo Bakker',
        customerEmail: '',
        category: 'retour',
        locale: 'nl',
        message: 'Klant belde: het bedrag klopt niet.',
      },
      sources: [],
    },
    note: 'Vraag nog naar het e-mailadres, ik ben morgen weer terug.',
    gone: false,
  })
}
