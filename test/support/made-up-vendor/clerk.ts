import { setTimeout as sleep } from 'node:timers/promises'
import { openDesk } from '#main/desk.ts'
import { faultPorts } from '#test/faults/harness/ports.ts'

/** A clerk who files with the made-up vendor, in plain Node: says what came of it, as one line of JSON. */
const desk = await openDesk(faultPorts({ folder: process.argv[2] ?? '', holdSeconds: 0 }))
await desk.start()
const handlers = desk.handlers as unknown as Record<string, Record<string, (input: unknown) => Promise<any>>>
const call = async (group: string, name: string, input: unknown) => handlers[group]![name]!(input)

const account = (await call('accounts', 'list', undefined)).find(
  ({ settings }: { settings: { kind: string } }) => settings.kind === 'counter',
)
async function file(order: string) {
  const fields = { order, question: 'Waar blijft mijn bestelling?' }
  const draft = await call('drafts', 'create', { kind: 'ticket', accountId: account.id, fields })
  const review = await call('tickets', 'review', { draftId: draft.id })
  const { id } = await call('tickets', 'submit', { draftId: draft.id })
  for (;;) {
    const item = await call('history', 'get', { id })
    if (item.state === 'sent' || item.state === 'rejected')
      return { review, item, told: await call('history', 'vendorText', { id }) }
    await sleep(20)
  }
}
const accepted = await file('2026-100')
const refused = await file('NO-SUCH-ORDER')
const incomplete = await call('drafts', 'create', { kind: 'ticket', accountId: account.id, fields: { order: '1', question: '' } })
const problems = await call('tickets', 'submit', { draftId: incomplete.id }).then(
  () => null,
  ({ failure }: { failure: object }) => failure,
)
const found = await call('history', 'list', {
  cursor: null,
  limit: 10,
  search: '2026-100',
  kinds: ['ticket.create'],
  states: [],
})
process.stdout.write(`${JSON.stringify({ account, accepted, refused, problems, found })}\n`)
await desk.close()
