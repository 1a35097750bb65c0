import { crc32, deflateSync } from 'node:zlib'
import type { PdfLock } from './pdf-locks.ts'

const bigEndian = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

const pngChunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  return Buffer.concat([bigEndian(data.length), body, bigEndian(crc32(body))])
}

/** A valid picture of one grey pixel; `padding` puts a chunk of that many bytes before the picture data, as a colour profile would. */
export function png(padding = 0): Buffer {
  const header = Buffer.concat([bigEndian(1), bigEndian(1), Buffer.from([8, 0, 0, 0, 0])])
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    ...(padding > 0 ? [pngChunk('tEXt', Buffer.alloc(padding, 'x'))] : []),
    pngChunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** A JFIF header, a comment and the end marker: what every reader takes for a JPEG. */
export const jpg = (): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10]),
    Buffer.from('JFIF\0', 'latin1'),
    Buffer.from([1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9]),
  ])

/** A PDF of one empty page; `before` is what some scanners write ahead of the header, `lock` makes it ask for a password. */
export function pdf(before = '', lock?: PdfLock): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
    ...(lock ? [lock.dictionary] : []),
  ]
  let text = `${before}%PDF-1.4\n`
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const start = text.length
  const size = objects.length + 1
  const locked = lock ? ` /Encrypt 4 0 R /ID [<${lock.id}> <${lock.id}>]` : ''
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R${locked} >>\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  )
}

/** A photo container with these brands; readers know HEIC by them. */
export function isoMedia(major: string, ...compatible: string[]): Buffer {
  const brands = Buffer.from([major, '\0\0\0\0', ...compatible].join(''), 'latin1')
  return Buffer.concat([bigEndian(8 + brands.length), Buffer.from('ftyp', 'latin1'), brands, Buffer.alloc(64)])
}
export const heic = (): Buffer => isoMedia('heic', 'mif1', 'heic')

const directoryEntry = (name: string, type: number) => {
  const entry = Buffer.alloc(128)
  entry.write(name, 0, 'utf16le')
  entry.writeUInt16LE((name.length + 1) * 2, 64)
  entry[66] = type
  return entry
}

/** A compound file with these streams, its directory spread over as many sectors as it takes. `[MS-CFB]` */
export function compoundFile(streams: string[]): Buffer {
  const entries = [directoryEntry('Root Entry', 5), ...streams.map((name) => directoryEntry(name, 2))]
  while (entries.length % 4 !== 0) entries.push(Buffer.alloc(128))
  const directorySectors = entries.length / 4
  const header = Buffer.alloc(512)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header)
  header.writeUInt16LE(9, 30)
  header.writeUInt32LE(1, 48)
  header.fill(0xff, 76)
  header.writeUInt32LE(0, 76)
  const table = Buffer.alloc(512, 0xff)
  table.writeUInt32LE(0xff_ff_ff_fd, 0)
  for (let sector = 1; sector <= directorySectors; sector += 1) {
    table.writeUInt32LE(sector === directorySectors ? 0xff_ff_ff_fe : sector + 1, sector * 4)
  }
  return Buffer.concat([header, table, ...entries])
}
/** A compound file of 7 MB whose directory lies beyond the part of the table that the header names. */
export function largeCompoundFile(stream: string): Buffer {
  const [directory, difat, table, more] = [14_000, 14_001, 14_002, 14_003]
  const file = Buffer.alloc(512 * 14_005)
  const small = compoundFile([])
  small.copy(file, 0, 0, 512)
  file.writeUInt32LE(directory, 48)
  file.writeUInt32LE(difat, 68)
  file.writeUInt32LE(1, 72)
  const at = (sector: number) => (sector + 1) * 512
  directoryEntry('Root Entry', 5).copy(file, at(directory))
  directoryEntry(stream, 2).copy(file, at(more))
  file.writeUInt32LE(table, at(difat))
  // The 110th sector of the table is the first that the header has no room for.
  file.writeUInt32LE(more, at(table) + (directory - 109 * 128) * 4)
  file.writeUInt32LE(0xff_ff_ff_fe, at(table) + (more - 109 * 128) * 4)
  return file
}
export const doc = (): Buffer => compoundFile(['1Table', 'WordDocument', 'Data', 'CompObj'])

/** A zip of these entries, stored. */
export function zip(entries: Record<string, string>): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(entries)) {
    const path = Buffer.from(name)
    const data = Buffer.from(text)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(path.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, path, data])
    centrals.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 0]), common, place, path]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(centrals.length, 8)
  end.writeUInt16LE(centrals.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

export const docx = (): Buffer =>
  zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': '<Relationships/>',
    'word/document.xml': '<w:document/>',
  })

/** One valid file of each format Billink's document lists. */
export const samples = { png, pdf, jpg, jpeg: jpg, doc, docx, heic } as const
