import { dieAtStep } from './dying.ts'

/** A process of its own that restores a backup, or goes on with it at a start, and dies at the step that it is told. */
const { act, step, order } = JSON.parse(process.argv[2] ?? '{}') as {
  act: 'unpack' | 'put-back'
  step: number
  order: { file: string; passphrase: string; folder: string; vault: string; ledger: string; now: number }
}
const steps = dieAtStep(step)
const { decideToPutBack, putBack } = await import('#main/storage/backup/put-back.ts')
const { folder, now } = order
if (act === 'unpack') {
  const { unpackBackup } = await import('#main/storage/backup/unpack.ts')
  const target = { vault: Buffer.from(order.vault, 'base64'), ledger: Buffer.from(order.ledger, 'base64') }
  const watch = { signal: new AbortController().signal, onProgress: () => undefined }
  decideToPutBack(folder, await unpackBackup({ ...order, target, now: () => now }, watch), now)
}
putBack(folder, () => undefined)
process.stdout.write(String(steps.taken()))
