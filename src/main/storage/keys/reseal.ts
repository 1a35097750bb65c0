import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { BrokenSeal, keyIdOf, open, seal, type DataKey, type SealedBytes } from '../sealed-stream.ts'
import { storedBytes } from '../stored-file.ts'
import { writeWhole } from '../whole-file.ts'

export interface Resealing {
  /** The key that a sealed file names; null where nobody here has it. */
  keyFor(keyId: Uint8Array): DataKey | null
  /** Files under this one are as they should be. */
  to: DataKey
  /** Practice files are under a public key, and stay there. */
  isPublic(keyId: Uint8Array): boolean
}

/** What became of a folder's files. `foreign` are under a key that nobody has, `broken` no longer what was sealed; both stay as they are. */
export interface ResealCount {
  done: number
  foreign: number
  broken: number
}

/** Closed when it was read to its end: Windows renames nothing over a file that is open. */
async function* closingAfter(bytes: SealedBytes & { close(): Promise<void> }, key: DataKey, id: string): AsyncGenerator<Buffer> {
  try {
    yield* open(bytes, key, id)
  } finally {
    await bytes.close()
  }
}

/**
 * Seals one file under another key. The old one is whole until the new one has its name, and each names its key: a crash leaves
 * a file that opens with one of the two.
 */
async function resealFile(file: string, id: string, { keyFor, to, isPublic }: Resealing): Promise<keyof ResealCount | null> {
  const bytes = await storedBytes(file)
  try {
    const named = await keyIdOf(bytes)
    if (to.id.equals(named) || isPublic(named)) return null
    const key = keyFor(named)
    if (!key) return 'foreign'
    // What a crash left of an earlier try.
    await rm(`${file}.part`, { force: true })
    await writeWhole(file, seal(closingAfter(bytes, key, id), to, id))
    return 'done'
  } catch (error) {
    if (error instanceof BrokenSeal) return 'broken'
    throw error
  } finally {
    // A second close of the same handle does nothing.
    await bytes.close()
  }
}

const isGone = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Seals every file of a folder of the vault under another key, one after the other; called again it goes on where it was. */
export async function resealFolder(folder: string, resealing: Resealing, signal?: AbortSignal): Promise<ResealCount> {
  const count: ResealCount = { done: 0, foreign: 0, broken: 0 }
  for (const name of await readdir(folder).catch((): string[] => [])) {
    signal?.throwIfAborted()
    const id = /^([\w-]+)\.sealed$/.exec(name)?.[1]
    if (id === undefined) continue
    // Removed since it was listed.
    const came = await resealFile(path.join(folder, name), id, resealing).catch((error: unknown) => {
      if (isGone(error)) return null
      throw error
    })
    if (came) count[came] += 1
  }
  return count
}
