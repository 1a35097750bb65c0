import { unreadable } from '../../vocabulary/unreadable.ts'
import { unescapeText } from './escaped-text.ts'
import { maxPartBytes } from './package.ts'
import { readWholeXml } from './xml.ts'

/** SECURITY: the texts that cells refer to are in memory together; a table within the limits has a tenth of so many. */
const maxStrings = 1_000_000
const tooMany = () => unreadable('bulk.read.unpacksTooLarge', { limit: maxPartBytes.strings / 1024 / 1024 })

/** The texts that cells refer to by number. A text in several fonts is one text; reading aids for Japanese are none of it. */
export async function readSharedStrings(pieces: AsyncIterable<Uint8Array>): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let inText = false
  let inAid = false
  await readWholeXml(pieces, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 't') inText = true
      if (name === 'rPh') inAid = true
    },
    text(piece) {
      if (inText && !inAid) text += piece
    },
    close(name) {
      if (name === 'si') strings.push(unescapeText(text))
      if (strings.length > maxStrings) throw tooMany()
      if (name === 't') inText = false
      if (name === 'rPh') inAid = false
    },
  })
  return strings
}
