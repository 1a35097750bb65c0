import * as z from 'zod'
import { readRing, type KeyRing } from '../keys/key-ring.ts'

/** How the first entry of a backup is called: what comes after it cannot be opened without. */
export const manifestName = 'manifest.json'
/** SECURITY: a hostile one is not read whole whatever its size. */
export const manifestBytesAtMost = 64 * 1024

const schema = z.object({ version: z.literal(1), ring: z.string().nullable() })

/**
 * The keys that ledger and files in the backup are sealed with, as `writeRing` writes them: they lie under the backup's own
 * seal, so that another computer can open what comes after. Null where nothing is sealed.
 */
export const writeManifest = (ring: string | null): Buffer =>
  Buffer.from(JSON.stringify({ version: 1, ring } satisfies z.infer<typeof schema>), 'utf8')

/** Null where it is none. */
export function readManifest(bytes: Buffer): { ring: KeyRing | null } | null {
  try {
    const { ring: text } = schema.parse(JSON.parse(bytes.toString('utf8')))
    const ring = text === null ? null : readRing(text)
    return text !== null && ring === null ? null : { ring }
  } catch {
    return null
  }
}
