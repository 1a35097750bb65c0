import { unreadable } from '../unreadable.ts'
import { unescapeText } from './escaped-text.ts'
import { readWholeXml } from './xml.ts'

/** SECURITY: all texts of a file that cells refer to, in characters; they are in memory together. */
const maxCharacters = 64 * 1024 * 1024

/** The texts that cells refer to by number. A text in several fonts is one text; reading aids for Japanese are none of it. */
export async function readSharedStrings(pieces: AsyncIterable<Uint8Array>): Promise<string[]> {
  const strings: string[] = []
  let characters = 0
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
      if (!inText || inAid) return
      text += piece
      characters += piece.length
      if (characters > maxCharacters) throw unreadable('bulk.read.unpacksTooLarge', { limit: maxCharacters / 1024 / 1024 })
    },
    close(name) {
      if (name === 'si') strings.push(unescapeText(text))
      if (name === 't') inText = false
      if (name === 'rPh') inAid = false
    },
  })
  return strings
}
