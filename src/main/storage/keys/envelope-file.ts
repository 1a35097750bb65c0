import { readFile, rm, stat } from 'node:fs/promises'
import { writeWhole } from '../whole-file.ts'
import { readEnvelope, writeEnvelope, type Envelope } from './envelope.ts'

/** SECURITY: a file that someone else put there is not read whole whatever its size. */
const bytesAtMost = 64 * 1024

export type EnvelopeOnDisk = { state: 'none' } | { state: 'damaged' } | { state: 'envelope'; envelope: Envelope }

/** Beside the ledger, and by its name: it moves, and is set aside, together with what it opens. */
export const envelopeFileOf = (ledgerFile: string): string => `${ledgerFile}.keys`

/** What lies there; it is looked at before anything is asked. */
export async function envelopeIn(file: string): Promise<EnvelopeOnDisk> {
  try {
    if ((await stat(file)).size > bytesAtMost) return { state: 'damaged' }
    const envelope = readEnvelope(await readFile(file, 'utf8'))
    return envelope ? { state: 'envelope', envelope } : { state: 'damaged' }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { state: 'none' }
    throw error
  }
}

/** Puts it in the place of the one before, which is there until this one is on the disk. */
export async function storeEnvelope(file: string, envelope: Envelope): Promise<void> {
  // What a crash left half-written.
  await rm(`${file}.part`, { force: true })
  await writeWhole(file, writeEnvelope(envelope))
}
