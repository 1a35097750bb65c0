import { createHash } from 'node:crypto'
import { maxSourceBytes } from '#shared/domain/evidence-limits.ts'
import type { Caller, DraftFile, TeamStore } from '../store.ts'

/** Small enough that one arrives within a call's patience over a line of half a megabit. */
const pieceBytes = 128 * 1024

async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest = Buffer.alloc(0)
  for await (const part of bytes) {
    rest = Buffer.concat([rest, part])
    for (; rest.length >= pieceBytes; rest = rest.subarray(pieceBytes)) yield rest.subarray(0, pieceBytes)
  }
  if (rest.length > 0) yield rest
}

/** Brings a file, from where an earlier attempt ended; it is there once its last piece is. */
export async function bringFile(
  store: Pick<TeamStore, 'putPiece'>,
  by: Caller,
  draft: { id: string; fence: number },
  file: DraftFile,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  const there = await store.putPiece(by, draft, file, 0, null, false)
  let n = 0
  for await (const piece of inPieces(bytes)) {
    if (n >= there) await store.putPiece(by, draft, file, n, piece, false)
    n += 1
  }
  await store.putPiece(by, draft, file, n, null, true)
}

/** A file as its holder brought it, null where it is not whole or not the same. It never lies open on the disk on its way to the vault. */
export async function fetchFile(
  store: Pick<TeamStore, 'getPiece'>,
  { file, bytes, sha256 }: { file: string; bytes: number; sha256: string },
): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = []
  let length = 0
  // SECURITY: no more is kept than what was announced.
  const most = Math.min(bytes, maxSourceBytes)
  for (let piece = await store.getPiece(file, 0); piece !== null; piece = await store.getPiece(file, pieces.length)) {
    length += piece.length
    if (length > most) return null
    pieces.push(piece)
  }
  const whole = Buffer.concat(pieces)
  return length === bytes && createHash('sha256').update(whole).digest('hex') === sha256 ? whole : null
}
