import { lastIndexIn, latin, type Readable } from '../readable.ts'
import { opensWithoutPassword, type StandardSecurity } from './empty-password.ts'
import { isDict, type PdfDict, type PdfValue } from './objects.ts'
import { pdfObject, pdfTrailer } from './trailer.ts'

/**
 * How a PDF is locked: not at all or with an owner's password alone, with a password that a person has to type, in a way that nobody
 * here can tell, or so that it opens for nobody, since the end that says how is missing.
 */
export type PdfLock = 'opens' | 'password' | 'unsure' | 'lost'

/** Looks at what a PDF says of its encryption. */
export async function pdfLock(file: Readable, headerOffset: number): Promise<PdfLock> {
  const trailer = await pdfTrailer(file, headerOffset)
  // The objects of a locked file whose trailer is gone stay locked: no viewer can mend that as it does the rest.
  if (!trailer) return (await lastIndexIn(file, '%%EOF')) === -1 && (await hasSecurity(file)) ? 'lost' : 'opens'
  const named = trailer.dict.get('Encrypt')
  if (typeof named !== 'object' || named === null) return 'opens'
  const security = isDict(named) ? named : 'ref' in named ? await pdfObject(file, named.ref, isSecurity) : null
  return security ? lockOf(security.dict, idOf(trailer)) : 'unsure'
}

async function hasSecurity(file: Readable): Promise<boolean> {
  const at = await lastIndexIn(file, '/Standard')
  if (at === -1) return false
  const around = latin(await file.read(Math.max(0, at - 2048), 4096))
  return ['/Filter', '/V', '/O', '/U', '/P'].every((key) => new RegExp(`${key}\\b`).test(around))
}

const nameOf = (value: PdfValue | undefined): string | null =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' ? value.name : null
const isSecurity = ({ dict }: PdfDict) => nameOf(dict.get('Filter')) !== null && dict.has('V')

function idOf({ dict }: PdfDict): Buffer {
  const id = dict.get('ID')
  const first = Array.isArray(id) ? id[0] : undefined
  return Buffer.isBuffer(first) ? first : Buffer.alloc(0)
}

function lockOf(dict: PdfDict['dict'], id: Buffer): PdfLock {
  // Certificates and other makers' locks open for nobody without their means.
  if (nameOf(dict.get('Filter')) !== 'Standard') return 'password'
  const version = dict.get('V')
  // Only what is attached to the file is encrypted.
  if ((version === 4 || version === 5) && (nameOf(dict.get('StmF')) ?? 'Identity') === 'Identity') return 'opens'
  const [revision, owner, user, permissions] = ['R', 'O', 'U', 'P'].map((key) => dict.get(key))
  if (typeof revision !== 'number' || revision < 2 || revision > 6 || typeof permissions !== 'number') return 'unsure'
  if (!Buffer.isBuffer(owner) || !Buffer.isBuffer(user) || user.length < 32) return 'unsure'
  const encryptMetadata = dict.get('EncryptMetadata') !== false
  const security: StandardSecurity = { revision, keyLength: keyLength(dict), owner, user, permissions, encryptMetadata, id }
  return opensWithoutPassword(security) ? 'opens' : 'password'
}

/** In bytes; programs write it in bits, in bytes, or leave it out. */
function keyLength(dict: PdfDict['dict']): number {
  const bits = dict.get('Length')
  if (typeof bits === 'number' && bits >= 40 && bits <= 256 && bits % 8 === 0) return Math.min(16, bits / 8)
  if (dict.get('V') !== 4) return 5
  const filters = dict.get('CF')
  const filter = isDict(filters) ? filters.dict.get(nameOf(dict.get('StmF')) ?? '') : undefined
  const length = isDict(filter) ? filter.dict.get('Length') : undefined
  if (typeof length !== 'number') return 16
  return Math.min(16, length < 40 ? length : length / 8)
}

/**
 * Whether the end of a PDF is missing, so that a viewer shows some pages or none: nothing ends it, objects follow the last end, or
 * it says itself that it was longer.
 * @see ISO 32000-1 7.5.5, annex F (linearized: the length stands in the first object)
 */
export async function isCutOff(file: Readable, headerOffset: number): Promise<boolean> {
  const end = await lastIndexIn(file, '%%EOF')
  if (end === -1) return true
  if (/\d\s+\d+\s+obj\b/.test(latin(await file.read(end, 64 * 1024)))) return true
  const beginning = latin(await file.read(headerOffset, 2048))
  const length = /\/Linearized\b[^>]*\/L\s+(\d+)/.exec(beginning)?.[1]
  return length !== undefined && Number(length) > file.bytes
}
