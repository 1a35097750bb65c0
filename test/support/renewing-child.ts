import path from 'node:path'
import { dieAtStep } from './dying.ts'

/** A process of its own that changes the keys of a vault, and dies at the step that it is told. */
const { step, folder, ring: text } = JSON.parse(process.argv[2] ?? '{}') as { step: number; folder: string; ring: string }
const steps = dieAtStep(step)
const { resealVault } = await import('#main/storage/keys/renewal.ts')
const { readRing } = await import('#main/storage/keys/key-ring.ts')
const ring = readRing(text)
if (!ring) throw new Error('no ring')
await resealVault(path.join(folder, 'attachments'), path.join(folder, 'ledger.sqlite'), ring)
process.stdout.write(String(steps.taken()))
