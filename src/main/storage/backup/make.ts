import { createReadStream } from 'node:fs'
import { open, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { readRing } from '../keys/key-ring.ts'
import type { Work } from '../keys/wrap.ts'
import { keyAmong } from '../ledger-seal/open-key.ts'
import { storedBytes } from '../stored-file.ts'
import { writeWhole } from '../whole-file.ts'
import { archiveOf, entriesOf, isArchived, type Entry } from './archive.ts'
import { containerOf, readContainer } from './container.ts'
import { manifestName, writeManifest } from './manifest.ts'
import { removeSnapshot, snapshotName, takeSnapshot } from './snapshot.ts'

export interface BackupOrder {
  /** The data folder. */
  folder: string
  ledgerFile: string
  /** What ledger and files are sealed with, as `writeRing` writes it; null where nothing is. */
  ring: string | null
  to: string
  passphrase: string
  app: string
  createdAt: Date
  work?: Work
}

export interface BackupWatch {
  /** Written and read back again, of twice what there is. */
  onProgress(done: number, total: number): void
  signal: AbortSignal
}

/** Folders whose files go along, each file as it lies there. What was put away for a week does not: nothing names it. */
const folders = ['attachments', 'runs']

async function* memory(name: string, bytes: Buffer): AsyncGenerator<Entry> {
  yield {
    name,
    bytes: bytes.length,
    content: (async function* () {
      yield bytes
    })(),
  }
}

/** Null for one that is gone: it was removed since it was listed, and the ledger says so of a file that is missing. */
async function* fileEntry(name: string, file: string): AsyncGenerator<Entry> {
  let handle
  try {
    handle = await open(file, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return
    throw error
  }
  try {
    const { size } = await handle.stat()
    yield { name, bytes: size, content: createReadStream(file, { fd: handle, autoClose: false, end: Math.max(0, size - 1) }) }
  } finally {
    await handle.close()
  }
}

/** What goes into a backup, and how much that is. */
async function listed(folder: string, snapshot: string): Promise<{ files: [name: string, file: string][]; bytes: number }> {
  const inFolders = await Promise.all(
    folders.map(async (one) => (await readdir(path.join(folder, one)).catch(() => [])).map((name) => `${one}/${name}`)),
  )
  const files = inFolders
    .flat()
    .concat('preferences.json')
    .filter(isArchived)
    .map((name): [string, string] => [name, path.join(folder, name)])
  const all: [string, string][] = [['ledger.sqlite', snapshot], ...files]
  const sizes = await Promise.all(
    all.map(([, file]) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return { files: all, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}

/**
 * Makes a backup: the ledger as it is at one moment, the files of its drafts and items, tables and preferences, in one sealed
 * file. It has its name only after it was read back whole: a backup that was never read is none.
 */
export async function makeBackup(order: BackupOrder, { onProgress, signal }: BackupWatch): Promise<{ bytes: number }> {
  const { folder, ledgerFile, ring, to, passphrase } = order
  const snapshot = path.join(folder, snapshotName)
  try {
    const sets = ring === null ? [] : (readRing(ring) ?? [])
    takeSnapshot(
      ledgerFile,
      keyAmong(
        sets.map(({ ledger }) => ledger),
        ledgerFile,
      ),
      snapshot,
    )
    const { files, bytes: total } = await listed(folder, snapshot)
    let done = 0
    const count = (bytes: number) => {
      signal.throwIfAborted()
      done += bytes
      onProgress(Math.min(done, total * 2), total * 2)
    }
    async function* entries(): AsyncGenerator<Entry> {
      yield* memory(manifestName, writeManifest(ring))
      for (const [name, file] of files) {
        for await (const entry of fileEntry(name, file)) yield { ...entry, content: counted(entry.content, count) }
      }
    }
    // What a crash left of an earlier one.
    await rm(`${to}.part`, { force: true })
    await writeWhole(to, containerOf(archiveOf(entries()), order), (written) => readBack(written, passphrase, count))
    return { bytes: (await stat(to)).size }
  } finally {
    removeSnapshot(snapshot)
  }
}

async function* counted(pieces: AsyncIterable<Uint8Array>, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    count(piece.length)
    yield piece
  }
}

async function readBack(file: string, passphrase: string, count: (bytes: number) => void): Promise<void> {
  const bytes = await storedBytes(file)
  try {
    for await (const { content } of entriesOf(await (await readContainer(bytes)).open(passphrase)))
      for await (const piece of content) count(piece.length)
  } finally {
    await bytes.close()
  }
}
