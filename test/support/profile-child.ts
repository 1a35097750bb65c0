import { setTimeout as sleep } from 'node:timers/promises'
import { openDesk } from '#main/desk.ts'
import { faultPorts } from '#test/faults/harness/ports.ts'
import { png } from './sample-files.ts'

/** A clerk's first day in plain Node: a dispute with a file is filed with the practice environment, from a folder that is new. */
const [, , folder = '', stateFolder = ''] = process.argv
const desk = await openDesk(faultPorts({ folder, stateFolder, holdSeconds: 0 }))
await desk.start()
const { handlers, tokens } = desk
const account = (await handlers.accounts.list(undefined)).find(({ settings }) => settings.kind === 'billink')
const fields = {
  invoice: 'F-1',
  customerName: 'Jan de Vries',
  customerEmail: 'jan@example.nl',
  category: 'retour',
  locale: 'nl',
  message: 'De klant stuurde de jas terug.',
}
const draft = await handlers.drafts.create({ kind: 'dispute', accountId: account?.id ?? '', fields })
const { token } = await tokens.register({ name: 'bon.png', bytes: png(2000) })
await handlers.attachments.attach({ draftId: draft.id, token })
const { id } = await handlers.disputes.submit({ draftId: draft.id })
while (desk.unsent() > 0 || !desk.isIdle()) await sleep(5)
const { state } = await handlers.history.get({ id })
await desk.close()
process.stdout.write(`${state}\n`)
process.exit(0)
