import { constants, type BigIntStats } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { safeFileName } from './safe-file-name.ts'

/** A file a person points at, or the bytes of one that has no path (a pasted image, a file out of a mail program). */
export type Source = { path: string } | { name: string; bytes: Uint8Array }

/** What it is called from here on: in the vault, in a run, on screen and at a vendor. */
export const nameOf = (source: Source): string => safeFileName('path' in source ? basename(source.path) : source.name)

export class SourceFailure extends Error {
  readonly reason: 'missing' | 'not-a-file' | 'unreadable' | 'changed'

  constructor(reason: SourceFailure['reason'], options?: ErrorOptions) {
    super(`The file is ${reason}.`, options)
    this.name = 'SourceFailure'
    this.reason = reason
  }
}

/** One opening of a person's file, in which it is checked and copied, so that what was checked is what is kept. */
export interface SourceFile {
  name: string
  bytes: number
  /** Up to `length` bytes; fewer only at the end. */
  read(offset: number, length: number): Promise<Uint8Array>
  /** The whole file. Fails with `changed` where it is not the file any more that was opened. */
  chunks(): AsyncIterable<Uint8Array>
  close(): Promise<void>
}

const pieceBytes = 196_608
const reasons: Record<string, SourceFailure['reason']> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EISDIR: 'not-a-file',
  ENXIO: 'not-a-file',
}

const failureOf = (error: unknown): SourceFailure => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return new SourceFailure(reasons[code] ?? 'unreadable', { cause: error })
}

/** Opens what a person chose, once; only regular files, so that no pipe or device can keep the app waiting. */
export async function openSource(source: Source): Promise<SourceFile> {
  return 'path' in source ? openPath(source.path, nameOf(source)) : inMemory(nameOf(source), source.bytes)
}

function inMemory(name: string, bytes: Uint8Array): SourceFile {
  const read = (offset: number, length: number) => bytes.subarray(offset, offset + length)
  return {
    name,
    bytes: bytes.length,
    read: async (offset, length) => read(offset, length),
    async *chunks() {
      for (let offset = 0; offset < bytes.length; offset += pieceBytes) yield read(offset, pieceBytes)
    },
    close: async () => undefined,
  }
}

async function openPath(path: string, name: string): Promise<SourceFile> {
  // SECURITY: without O_NONBLOCK, opening a named pipe waits for a writer that may never come. Windows has neither.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((error: unknown) => {
    throw failureOf(error)
  })
  const close = () => handle.close()
  // SECURITY: what is asked here is asked of the opened file, not of its name, which can come to mean another file.
  const state = () => handle.stat({ bigint: true })
  const opened = await state().catch(async (error: unknown) => {
    await close()
    throw failureOf(error)
  })
  if (!opened.isFile()) {
    await close()
    throw new SourceFailure('not-a-file')
  }
  const bytes = Number(opened.size)
  const readInto = async (buffer: Buffer, offset: number): Promise<Buffer> => {
    let filled = 0
    while (filled < buffer.length) {
      const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, offset + filled).catch((error: unknown) => {
        throw failureOf(error)
      })
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return buffer.subarray(0, filled)
  }
  const read = (offset: number, length: number) =>
    readInto(Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, bytes - offset))), offset)
  return {
    name,
    bytes,
    read,
    async *chunks() {
      for (let offset = 0; offset < bytes; offset += pieceBytes) {
        const piece = await read(offset, pieceBytes)
        if (piece.length !== Math.min(pieceBytes, bytes - offset)) throw new SourceFailure('changed')
        yield piece
      }
      if (!sameFile(opened, await state())) throw new SourceFailure('changed')
    },
    close,
  }
}

const sameFile = (before: BigIntStats, after: BigIntStats) =>
  before.size === after.size && before.mtimeNs === after.mtimeNs && before.ino === after.ino
