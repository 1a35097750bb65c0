import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Base64 of a longer text that has this one in it, for each place it may begin: without the digits that hold its neighbours. */
const base64Cores = (bytes: Buffer): string[] =>
  [0, 1, 2].map((before) => {
    const digits = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    return digits.slice(before === 0 ? 0 : before + 1, -1)
  })

const signs = (text: string, write: (code: number) => string) => Array.from(text, (sign) => write(sign.charCodeAt(0))).join('')
const hexOf = (code: number, digits: number) => code.toString(16).padStart(digits, '0')
const reversed = (text: string) => Array.from(text).toReversed().join('')

/** How a text could lie on a disk or in an answer: by name, as the bytes to look for. */
export function spellingsOf(text: string): [how: string, bytes: Buffer][] {
  const utf8 = Buffer.from(text)
  const wide = Buffer.from(text, 'utf16le')
  const half = Math.ceil(text.length / 2)
  const halves = [text.slice(0, half), text.slice(half)] as const
  const texts: Record<string, string> = {
    'in small letters': text.toLowerCase(),
    'in capitals': text.toUpperCase(),
    hexadecimal: utf8.toString('hex'),
    'hexadecimal in capitals': utf8.toString('hex').toUpperCase(),
    'as \\u escapes': signs(text, (code) => `\\u${hexOf(code, 4)}`),
    'as \\x escapes': signs(text, (code) => `\\x${hexOf(code, 2)}`),
    'as HTML': signs(text, (code) => `&#${code};`),
    'as HTML, hexadecimal': signs(text, (code) => `&#x${hexOf(code, 2)};`),
    'as a URL': encodeURIComponent(text),
    'as a URL, every sign': signs(text, (code) => `%${hexOf(code, 2)}`),
    'as a form': encodeURIComponent(text).replaceAll('%20', '+'),
    reversed: reversed(text),
    'with its halves exchanged': halves[1] + halves[0],
    'with its halves reversed': reversed(halves[0]) + reversed(halves[1]),
  }
  const cores = Object.entries({ 'in base64': utf8, 'in base64 of UTF-16': wide }).flatMap(([how, bytes]) =>
    base64Cores(bytes).flatMap((core, at): [string, Buffer][] => [
      [`${how}, ${at} further`, Buffer.from(core)],
      [`${how} for URLs, ${at} further`, Buffer.from(core.replaceAll('+', '-').replaceAll('/', '_'))],
    ]),
  )
  return [
    ['as it is', utf8],
    ['in UTF-16', wide],
    ['in UTF-16, the other way round', Buffer.from(wide).swap16()],
    ...Object.entries(texts).map(([how, said]): [string, Buffer] => [how, Buffer.from(said)]),
    ...cores,
  ]
}

/** Which of the texts are in these bytes, and how they are spelled there. */
export function found(content: Uint8Array, texts: readonly string[]): string[] {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  return texts.flatMap((text) =>
    spellingsOf(text)
      .filter(([, spelling]) => bytes.includes(spelling))
      .map(([how]) => `${text}, ${how}`),
  )
}

/** What Chromium's own processes, which end a moment after the app, took away since it was listed holds nothing. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

/** The same for each file of a folder, and for its name. */
export const hitsIn = (folder: string, texts: readonly string[]): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      const name = path.relative(folder, file)
      const content = contentOf(file)
      return found(Buffer.concat([Buffer.from(`${name}\n`), content]), texts).map((hit) => `${name}: ${hit}`)
    })
