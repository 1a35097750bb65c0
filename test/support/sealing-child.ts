import { writeSync } from 'node:fs'
import { newBillinkSettings } from '#shared/vendors/billink/settings.ts'
import { openSealingDesk } from '#main/desk/sealing-desk.ts'
import { faultPorts } from '#test/faults/harness/ports.ts'
import { dieAtStep } from './dying.ts'

/** A first session: practising, then the first account of a vendor and a draft for it. It dies at the step of sealing that it is told. */
const { step, folder } = JSON.parse(process.argv[2] ?? '{}') as { step: number; folder: string }
const desk = await openSealingDesk(faultPorts({ folder, isFirstStart: true, holdSeconds: 0 }))
await desk.start()
const { accounts, drafts } = desk.handlers
const practice = (await accounts.list(undefined)).find(({ settings }) => settings.kind === 'digiwallet')
await drafts.create({ kind: 'note', accountId: practice?.id ?? '', fields: { text: 'Geoefend' } } as never)
const steps = dieAtStep(step)
const settings = { ...newBillinkSettings(), name: 'Winkel', url: 'https://api.billink.nl/dispute', username: 'winkel' }
const made = await accounts.save({ accountId: null, settings })
writeSync(1, 'saved ')
await drafts.create({ kind: 'dispute', accountId: made?.id ?? '', fields: { comment: 'Zoë d’Arc' } } as never)
writeSync(1, `typed ${steps.taken()}`)
await desk.close()
