import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of an archive; everything but name and data can be made to lie. */
export interface ZipEntry {
  name: string | Buffer
  data: Buffer | string
  /** Already deflated data, for bombs that nobody wants to make twice. */
  packed?: Buffer
  stored?: boolean
  method?: number
  declaredSize?: number
  encrypted?: boolean
  externalAttributes?: number
  /** Whether it says that its name is UTF-8; macOS does not. */
  utf8?: boolean
}

/** A ZIP as programs write it, or as nobody should. @see APPNOTE 4.3 */
export function zipArchive(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const data = Buffer.from(entry.data)
    const packed = entry.packed ?? (entry.stored ? data : deflateRawSync(data))
    const header = Buffer.alloc(26)
    header.writeUInt16LE(20, 0)
    header.writeUInt16LE((entry.encrypted ? 1 : 0) | (entry.utf8 === false ? 0 : 0x800), 2)
    header.writeUInt16LE(entry.method ?? (entry.stored ? 0 : 8), 4)
    header.writeUInt32LE(crc32(data), 10)
    header.writeUInt32LE(packed.length, 14)
    header.writeUInt32LE(entry.declaredSize ?? data.length, 18)
    header.writeUInt16LE(name.length, 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(entry.externalAttributes ?? 0, 6)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), header, tail, name)
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), header, name, packed])
    bodies.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06_05_4b_50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, listed, end])
}

/** The same archive with an end as for more than four gigabytes, which some programs always write. @see APPNOTE 4.3.14 */
export function zip64Archive(archive: Buffer): Buffer {
  const at = archive.length - 22
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06_06_4b_50, 0)
  record.writeBigUInt64LE(44n, 4)
  record.writeUInt16LE(45, 12)
  record.writeUInt16LE(45, 14)
  record.writeBigUInt64LE(BigInt(archive.readUInt16LE(at + 8)), 24)
  record.writeBigUInt64LE(BigInt(archive.readUInt16LE(at + 10)), 32)
  record.writeBigUInt64LE(BigInt(archive.readUInt32LE(at + 12)), 40)
  record.writeBigUInt64LE(BigInt(archive.readUInt32LE(at + 16)), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07_06_4b_50, 0)
  locator.writeBigUInt64LE(BigInt(at), 8)
  locator.writeUInt32LE(1, 16)
  const end = Buffer.from(archive.subarray(at))
  end.fill(0xff, 8, 20)
  return Buffer.concat([archive.subarray(0, at), record, locator, end])
}
