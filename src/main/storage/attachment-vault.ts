import { createHash } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { DataKeys } from './data-keys.ts'
import { removedFiles } from './removed-files.ts'
import { BrokenSeal, keyIdOf, open, seal, sealedLength } from './sealed-stream.ts'
import type { SourceFile } from './source-file.ts'
import { plainBytes, storedBytes } from './stored-file.ts'
import { VaultFailure, vaultFailureOf } from './vault-failure.ts'
import { writeWhole } from './whole-file.ts'

/** What the ledger remembers of a file in the vault; enough to find it and to know whether it is still the same. */
export interface VaultRecord {
  id: string
  bytes: number
  sha256: string
  sealed: boolean
}

export interface StoreOptions {
  id: string
  maxBytes: number
  /** A practice account's file never touches the keychain. */
  audience: 'practice' | 'live'
  /** Bytes copied so far. */
  onBytes?: (bytes: number) => void
}

/** The app's own copies of attached files, so that a draft keeps its file whatever happens to the person's own. */
export interface AttachmentVault {
  /** All or nothing: a failure leaves no file behind. The caller opens and closes the source. */
  store(source: SourceFile, options: StoreOptions): Promise<{ bytes: number; sha256: string; sealed: boolean }>
  /** The file's bytes as they were stored. Fails before its end where they are not: `lost`, `locked` or `denied`. */
  read(record: VaultRecord): AsyncIterable<Uint8Array>
  /** Quick enough for a list: length and key, not every byte. What a reading found broken stays `lost`. */
  check(record: VaultRecord): Promise<'stored' | 'lost'>
  remove(id: string): Promise<void>
  /** Gone, wherever it lies: also where it was put away for a week. */
  erase(id: string): Promise<void>
  /** Erases what was put away for a week. */
  emptyRemoved(): Promise<void>
  /**
   * Puts away what no draft or item names any more, for a week, and brings back what one names again. Removes what a crash left
   * half-written; what this session stored stays.
   */
  sweep(keep: ReadonlySet<string>): Promise<void>
}

export interface VaultOptions {
  folder: string
  keys: DataKeys
  /** For how long ago a file was put away. */
  now?: () => number
}

/**
 * Files are sealed under a key in the keychain, or plain files of mode 0600 where there is no keychain. Memory use does not
 * grow with the file's size.
 */
export function createVault({ folder, keys, now = Date.now }: VaultOptions): AttachmentVault {
  const removed = removedFiles(folder, now)
  const broken = new Set<string>()
  const fresh = new Set<string>()
  const pathOf = (id: string, sealed: boolean) => join(folder, `${safeId(id)}.${sealed ? 'sealed' : 'plain'}`)

  const keyFor = async (id: string, sealed: { length: number; read(offset: number, length: number): Promise<Uint8Array> }) => {
    const answer = await keys.forOpening(await keyIdOf(sealed))
    if (answer.state === 'key') return answer.key
    // Without a keychain the key is as good as gone: the person can attach the file again, and gets it back when the keychain is.
    throw new VaultFailure(answer.state === 'missing' || answer.state === 'no-keychain' ? 'lost' : answer.state, id)
  }

  /** A ledger that was put back names files that were put away as nobody's. */
  const fileOf = async ({ id, sealed }: VaultRecord) => {
    const path = pathOf(id, sealed)
    try {
      return await storedBytes(path)
    } catch (error) {
      if (!isGone(error) || !(await removed.bringBack(basename(path)))) throw error
      return await storedBytes(path)
    }
  }

  async function* bytesOf(record: VaultRecord): AsyncGenerator<Uint8Array> {
    const file = await fileOf(record)
    try {
      if (file.length !== lengthOf(record)) throw new BrokenSeal()
      if (record.sealed) yield* open(file, await keyFor(record.id, file), record.id)
      else yield* plainBytes(file, record.sha256)
    } finally {
      await file.close()
    }
  }

  return {
    async store(source, { id, maxBytes, audience, onBytes }) {
      if (source.bytes > maxBytes) throw new VaultFailure('too-large', id)
      const answer = await keys.forSealing(audience)
      // SECURITY: a plain file is for a computer that has no keychain, never for one whose keychain gives no answer.
      if (answer.state !== 'key' && answer.state !== 'no-keychain') throw new VaultFailure(answer.state, id)
      const sealed = answer.state === 'key'
      const hash = createHash('sha256')
      let bytes = 0
      async function* watched(): AsyncGenerator<Uint8Array> {
        for await (const piece of source.chunks()) {
          hash.update(piece)
          bytes += piece.length
          onBytes?.(bytes)
          yield piece
        }
      }
      const content = answer.state === 'key' ? seal(watched(), answer.key, id) : watched()
      fresh.add(id)
      await writeWhole(pathOf(id, sealed), content).catch((error: unknown) => {
        fresh.delete(id)
        throw vaultFailureOf(error, id)
      })
      return { bytes, sha256: hash.digest('hex'), sealed }
    },

    async *read(record) {
      try {
        yield* bytesOf(record)
      } catch (error) {
        if (error instanceof BrokenSeal) broken.add(record.id)
        throw isGone(error) ? new VaultFailure('lost', record.id, { cause: error }) : vaultFailureOf(error, record.id)
      }
    },

    async check(record) {
      if (broken.has(record.id)) return 'lost'
      try {
        const file = await fileOf(record)
        try {
          if (file.length !== lengthOf(record)) return 'lost'
          if (record.sealed) await keyFor(record.id, file)
          return 'stored'
        } finally {
          await file.close()
        }
      } catch (error) {
        return isGone(error) || (error instanceof VaultFailure && error.reason === 'lost') ? 'lost' : 'stored'
      }
    },

    async remove(id) {
      fresh.delete(id)
      await Promise.all([true, false].map((sealed) => rm(pathOf(id, sealed), { force: true })))
    },

    async erase(id) {
      fresh.delete(id)
      const names = [true, false].map((sealed) => pathOf(id, sealed))
      await Promise.all(names.flatMap((path) => [rm(path, { force: true }), rm(`${path}.part`, { force: true })]))
      await removed.erase(names.map((path) => basename(path)))
    },

    emptyRemoved: () => removed.emptyOld(),

    async sweep(keep) {
      const names: string[] = await readdir(folder).catch(() => [])
      const named = (name: string) => ({ name, id: /^([\w-]+)\.(?:sealed|plain)(?:\.part)?$/.exec(name)?.[1] })
      const idle = names.map(named).filter(({ id }) => id !== undefined && !fresh.has(id))
      const halves = idle.filter(({ name }) => name.endsWith('.part'))
      await Promise.all(halves.map(({ name }) => rm(join(folder, name), { force: true })))
      const unused = idle.filter(({ name, id }) => !name.endsWith('.part') && !keep.has(id ?? ''))
      await removed.putAway(unused.map(({ name }) => name))
      for (const { name, id } of (await removed.names()).map(named)) {
        if (id !== undefined && keep.has(id) && !names.includes(name)) await removed.bringBack(name)
      }
      await removed.emptyOld()
    },
  }
}

const lengthOf = (record: VaultRecord) => (record.sealed ? sealedLength(record.bytes) : record.bytes)

const isGone = (error: unknown) =>
  error instanceof BrokenSeal || (error instanceof Error && 'code' in error && error.code === 'ENOENT')

/** SECURITY: ids become file names; one that could leave the folder is a mistake of ours and stops here. */
function safeId(id: string): string {
  if (!/^[\w-]{1,100}$/.test(id)) throw new TypeError('Not an attachment id.')
  return id
}
