import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { dataKeyOf, isPracticeKey } from '../data-keys.ts'
import type { DataKeySet, KeyRing } from '../keys/key-ring.ts'
import { resealFolder } from '../keys/reseal.ts'
import { storedBytes } from '../stored-file.ts'
import { writeWhole } from '../whole-file.ts'
import { entriesOf, type Entry } from './archive.ts'
import { BackupFailure, readContainer, type BackupHead } from './container.ts'
import { manifestBytesAtMost, manifestName, readManifest } from './manifest.ts'
import { stagingName, type RestoredLedger } from './put-back.ts'
import { restoreLedger } from './restored-ledger.ts'

export interface RestoreOrder {
  /** The chosen backup. */
  file: string
  passphrase: string
  /** The data folder that it goes into. */
  folder: string
  /** What this computer seals with: what is restored is sealed anew, so that no key of another computer is taken over. */
  target: DataKeySet
  now(): number
}

export interface RestoreWatch {
  onProgress(done: number, total: number): void
  signal: AbortSignal
}

/** What is known of a chosen file before its passphrase is. */
export async function headOf(file: string): Promise<BackupHead> {
  const bytes = await storedBytes(file)
  try {
    return (await readContainer(bytes)).head
  } finally {
    await bytes.close()
  }
}

async function small({ bytes, content }: Entry): Promise<Buffer> {
  if (bytes > manifestBytesAtMost) throw new BackupFailure('damaged')
  const all: Uint8Array[] = []
  for await (const piece of content) all.push(piece)
  return Buffer.concat(all)
}

/**
 * Unpacks a backup beside what is there and verifies all of it: each byte by its seal, the ledger by SQLite and by its tables,
 * the files by their keys. Nothing that is there is touched; a failure leaves nothing behind.
 */
export async function unpackBackup(order: RestoreOrder, watch: RestoreWatch): Promise<RestoredLedger> {
  const staging = path.join(order.folder, stagingName)
  await rm(staging, { recursive: true, force: true })
  try {
    await mkdir(staging, { recursive: true, mode: 0o700 })
    const ring = await unpackInto(staging, order, watch)
    const newest = dataKeyOf(order.target.vault)
    const known = (ring ?? []).map(({ vault }) => dataKeyOf(vault))
    // A file that was lost before the backup is lost after it, and says so where it is shown.
    const keyFor = (id: Uint8Array) => known.find((key) => key.id.equals(id)) ?? null
    for (const one of ['attachments', 'runs'])
      await resealFolder(path.join(staging, one), { keyFor, to: newest, isPublic: isPracticeKey }, watch.signal)
    return await restoreLedger(path.join(staging, 'ledger.sqlite'), ring, order.target, order.now())
  } catch (error) {
    await rm(staging, { recursive: true, force: true })
    throw error
  }
}

async function unpackInto(staging: string, { file, passphrase }: RestoreOrder, watch: RestoreWatch): Promise<KeyRing | null> {
  const bytes = await storedBytes(file)
  let done = 0
  let manifest: ReturnType<typeof readManifest> = null
  let hasLedger = false
  async function* counted(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of content) {
      watch.signal.throwIfAborted()
      done += piece.length
      watch.onProgress(Math.min(done, bytes.length), bytes.length)
      yield piece
    }
  }
  try {
    for await (const entry of entriesOf(await (await readContainer(bytes)).open(passphrase))) {
      if (entry.name === manifestName) {
        manifest = readManifest(await small(entry))
        continue
      }
      // Its keys come first, and without them nothing else means anything.
      if (!manifest) throw new BackupFailure('damaged')
      hasLedger ||= entry.name === 'ledger.sqlite'
      await writeWhole(path.join(staging, ...entry.name.split('/')), counted(entry.content))
    }
  } finally {
    await bytes.close()
  }
  if (!manifest || !hasLedger) throw new BackupFailure('damaged')
  return manifest.ring
}
