import { isAscii, isUtf8 } from 'node:buffer'

/** A text of one byte a letter has a stray byte at every `é`; that many need not be looked at to know it. */
const countedBytes = 100_000
const keptSamples = 400
const around = 12

export interface StrayBytes {
  /** A piece of UTF-8 as it is; bytes in it that are none become `�`. */
  seen(piece: Buffer): Buffer
  /** Whether the text is UTF-8 all the same: it has letters of several bytes, and hardly a byte that belongs to none. */
  areFew(): boolean
  /** Where the bytes stand that are not plain ASCII. */
  samples(): readonly Uint8Array[]
}

/**
 * Counts bytes that are no UTF-8. One of them, from a cell that another program wrote, must not turn every `ë` of a file into
 * two letters; a file that is full of them is written in something else.
 */
export function strayBytes(): StrayBytes {
  let stray = 0
  let letters = 0
  const samples: Uint8Array[] = []
  const sample = (piece: Buffer) => {
    for (let at = 0; at < piece.length && samples.length < keptSamples; at += 1) {
      if ((piece[at] ?? 0) < 0x80) continue
      samples.push(piece.subarray(Math.max(0, at - around), at + around))
      at += around
    }
  }
  return {
    seen(piece) {
      if (isUtf8(piece)) {
        if (letters < countedBytes && !isAscii(piece)) letters += lettersIn(piece)
        return piece
      }
      sample(piece)
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(piece)
      const replaced = text.split('\ufffd').length - 1
      stray += replaced
      if (stray < countedBytes) letters += lettersIn(Buffer.from(text)) - replaced
      return Buffer.from(text)
    },
    areFew: () => stray === 0 || stray <= letters,
    samples: () => samples,
  }
}

/** Letters of several bytes, by their first. */
function lettersIn(piece: Buffer): number {
  let letters = 0
  for (const byte of piece) if (byte >= 0xc0) letters += 1
  return letters
}
