import { Parser } from 'saxen'
import { unreadable, Unreadable } from '../../vocabulary/unreadable.ts'

/** What a part of a spreadsheet says, in order. Names come without their prefix, texts and attributes decoded. */
export interface XmlHandlers {
  open(name: string, attribute: (name: string) => string | undefined): void
  close?(name: string): void
  text?(text: string): void
}

/** SECURITY: one tag or text of more than this is no cell; without a bound the parser would keep all of it, again and again. */
const maxToken = 2 * 1024 * 1024

/** SECURITY: the parser remembers every element that is open; a sheet has them seven deep. */
const maxDepth = 64

/**
 * Reads XML as it is unpacked; yields after each piece, so that who listens can hand on what it got.
 *
 * SECURITY: a document type is refused, so no entity can be declared, nothing outside is fetched and nothing multiplies.
 */
export async function* readXml(pieces: AsyncIterable<Uint8Array>, handlers: XmlHandlers): AsyncGenerator<undefined> {
  let sinceToken = 0
  let depth = 0
  const token = <A extends unknown[]>(handle: (...given: A) => void) => {
    return (...given: A) => {
      sinceToken = 0
      handle(...given)
    }
  }
  const parser = new Parser()
  parser.on(
    'openTag',
    token((name: string, attributes: () => Record<string, string>) => {
      depth += 1
      if (depth > maxDepth) throw unreadable('bulk.read.damaged')
      handlers.open(localName(name), (attribute) => attributeOf(attributes(), attribute))
    }),
  )
  parser.on(
    'closeTag',
    token((name: string) => {
      depth -= 1
      handlers.close?.(localName(name))
    }),
  )
  parser.on(
    'text',
    token((text: string) => handlers.text?.(decodeEntities(text.replace(/\r\n?/g, '\n')))),
  )
  parser.on(
    'cdata',
    token((text: string) => handlers.text?.(text)),
  )
  parser.on(
    'comment',
    token(() => undefined),
  )
  parser.on('attention', () => {
    throw unreadable('bulk.read.unsafe')
  })
  parser.on('error', (error: Error) => {
    throw error
  })
  try {
    for await (const text of decodedXml(pieces)) {
      sinceToken += text.length
      parser.write(text)
      if (sinceToken > maxToken) throw unreadable('bulk.read.damaged')
      yield
    }
    parser.end()
  } catch (error) {
    throw error instanceof Unreadable ? error : unreadable('bulk.read.damaged', undefined, error)
  }
}

/** The same for a part that is small or wanted whole. */
export async function readWholeXml(pieces: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of readXml(pieces, handlers)) continue
}

const declared = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]{1,40})["']/

/** XML is UTF-8 unless its first bytes, or the declaration that they spell, say otherwise. @see XML 1.0, appendix F */
function encodingOf(piece: Uint8Array): string {
  if (piece[0] === 0xff) return 'utf-16le'
  if (piece[0] === 0xfe) return 'utf-16be'
  const said = declared.exec(Buffer.from(piece.subarray(0, 200)).toString('latin1'))?.[1]?.toLowerCase() ?? 'utf-8'
  // Whoever writes a letter of one byte does not write UTF-16.
  return said.startsWith('utf-16') ? 'utf-8' : said
}

async function* decodedXml(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true })
    yield decoder.decode(piece, { stream: true })
  }
  if (decoder) yield decoder.decode()
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

function attributeOf(attributes: Record<string, string> | false, name: string): string | undefined {
  if (!attributes) return undefined
  // Which prefix a writer takes for `r:id` is its own affair; no other attribute that is read has one.
  const key = name in attributes || name !== 'id' ? name : Object.keys(attributes).find((other) => other.endsWith(':id'))
  const value = key === undefined ? undefined : attributes[key]
  return value === undefined ? undefined : decodeEntities(value)
}

const entities: Record<string, string> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' }

/** XML's five entities and character references; saxen's own decoder knows none above U+FFFF. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|apos|gt|lt|quot));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name)] ?? whole
    const point = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16)
    return point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : whole
  })
}
