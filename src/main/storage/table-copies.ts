import { existsSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { DataKeys } from './data-keys.ts'
import { BrokenSeal, keyIdOf, open, openSealedAt, seal, type DataKey } from './sealed-stream.ts'
import { openSource, type SourceFile } from './source-file.ts'
import { storedBytes } from './stored-file.ts'
import { VaultFailure } from './vault-failure.ts'
import { writeWhole } from './whole-file.ts'

/** The copies of tables that runs are read from until they start, so that what is checked is what is sent. */
export interface TableCopies {
  /** A practice account's table never touches the keychain. */
  keep(runId: number, source: SourceFile, audience: 'practice' | 'live'): Promise<void>
  /** For one reading; who opened it closes it. */
  open(runId: number): Promise<SourceFile>
  /** Seals a copy that lies open since there was no key for it, or since an earlier version made it. */
  sealPlain(runId: number, audience: 'practice' | 'live'): Promise<void>
  drop(runId: number): Promise<void>
  /** Every file there is, whole or half-written, with the run it is of. */
  list(): { runId: number; file: string }[]
}

const names = { sealed: (runId: number) => `table-${runId}.sealed`, plain: (runId: number) => `${runId}.table` }
const pattern = /^(?:table-(\d+)\.sealed|(\d+)\.table)(?:\.part)?$/
/** What a sealed copy is bound to: no copy can stand in for another run's, nor for a file of the vault. */
const idOf = (runId: number) => `table-${runId}`

/** What is not what was sealed any more has a sentence of its own. */
function lostOf(runId: number, error: unknown): never {
  throw error instanceof BrokenSeal ? new VaultFailure('lost', idOf(runId), { cause: error }) : error
}

async function* stillWhole(pieces: AsyncIterable<Uint8Array>, runId: number): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces
  } catch (error) {
    lostOf(runId, error)
  }
}

export interface TableCopiesOptions {
  folder: string
  keys: DataKeys
}

/** SECURITY: a clerk's table is as much of customers as the files of the vault, and lies as they do: sealed under its key. */
export function tableCopies({ folder, keys }: TableCopiesOptions): TableCopies {
  const fileOf = (kind: keyof typeof names, runId: number) => path.join(folder, names[kind](runId))

  async function keyFor(runId: number, audience: 'practice' | 'live'): Promise<DataKey | null> {
    const answer = await keys.forSealing(audience)
    if (answer.state === 'key') return answer.key
    // SECURITY: a plain copy is for a computer that has no keychain, never for one whose keychain gives no answer.
    if (answer.state === 'no-keychain') return null
    throw new VaultFailure(answer.state, idOf(runId))
  }

  const write = async (file: string, content: AsyncIterable<Uint8Array>) => {
    // What a crash left of an earlier try.
    await rm(`${file}.part`, { force: true })
    await writeWhole(file, content)
  }

  async function openSealed(runId: number): Promise<SourceFile> {
    const bytes = await storedBytes(fileOf('sealed', runId))
    try {
      const answer = await keys.forOpening(await keyIdOf(bytes))
      if (answer.state !== 'key')
        throw new VaultFailure(answer.state === 'missing' || answer.state === 'no-keychain' ? 'lost' : answer.state, idOf(runId))
      const { key } = answer
      const plain = openSealedAt(bytes, key, idOf(runId))
      return {
        name: names.plain(runId),
        bytes: plain.length,
        read: (offset, length) => plain.read(offset, length).catch((error: unknown) => lostOf(runId, error)),
        chunks: () => stillWhole(open(bytes, key, idOf(runId)), runId),
        close: bytes.close,
      }
    } catch (error) {
      await bytes.close()
      return lostOf(runId, error)
    }
  }

  return {
    async keep(runId, source, audience) {
      const key = await keyFor(runId, audience)
      if (key) await write(fileOf('sealed', runId), seal(source.chunks(), key, idOf(runId)))
      else await write(fileOf('plain', runId), source.chunks())
    },
    // A crash between sealing and removing leaves both, and then they are the same.
    open: (runId) => (existsSync(fileOf('sealed', runId)) ? openSealed(runId) : openSource({ path: fileOf('plain', runId) })),
    async sealPlain(runId, audience) {
      const plain = fileOf('plain', runId)
      if (!existsSync(plain)) return
      const key = await keyFor(runId, audience)
      if (!key) return
      const source = await openSource({ path: plain })
      try {
        await write(fileOf('sealed', runId), seal(source.chunks(), key, idOf(runId)))
      } finally {
        await source.close()
      }
      await rm(plain, { force: true })
    },
    async drop(runId) {
      const files = [fileOf('sealed', runId), fileOf('plain', runId)]
      await Promise.all(files.flatMap((file) => [rm(file, { force: true }), rm(`${file}.part`, { force: true })]))
    },
    list() {
      const kept = existsSync(folder) ? readdirSync(folder) : []
      return kept.flatMap((name) => {
        const [, sealed, plain] = pattern.exec(name) ?? []
        const runId = Number(sealed ?? plain)
        return Number.isSafeInteger(runId) ? [{ runId, file: path.join(folder, name) }] : []
      })
    },
  }
}
