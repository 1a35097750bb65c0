import { isUtf8 } from 'node:buffer'
import { getFileNameLowLevel, type Entry } from 'yauzl'
import { decodeLegacy, guessLegacy } from './legacy-letters.ts'

const utf8Flag = 0x800
const unicodePath = 0x70_75

/** Whether a path leads out of the archive, or names a place of its own; a colon elsewhere is a sign like any other. */
export const leadsOut = (path: string): boolean => /^(\/|[a-z]:\/)/i.test(path) || path.split('/').includes('..')

/**
 * An entry's name as a path with `/`. What says that it is UTF-8 is; macOS writes UTF-8 without saying so, Windows the code page
 * of its console.
 */
export function entryName({ generalPurposeBitFlag: flags, fileNameRaw: raw, extraFields }: Entry): string {
  const isSaid = ((flags & utf8Flag) !== 0 && isUtf8(raw)) || extraFields.some(({ id }) => id === unicodePath)
  const written = isSaid
    ? getFileNameLowLevel(flags, raw, extraFields, false)
    : isUtf8(raw)
      ? raw.toString('utf8')
      : decodeLegacy(raw, guessLegacy([raw], 'ibm850'))
  const path = written.replaceAll('\\', '/')
  return path.replace(/^(\.\/+)+/, '').replace(/\/(\.\/+)+/g, '/')
}
