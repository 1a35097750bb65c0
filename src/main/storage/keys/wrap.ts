import { createCipheriv, createDecipheriv, hkdf as hkdfCallback, randomBytes, scrypt as scryptCallback } from 'node:crypto'
import { promisify } from 'node:util'
import * as z from 'zod'

const hkdf = promisify(hkdfCallback)
const scrypt = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scryptCallback)

const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

/** Bytes as text, of a length that is known beforehand. */
export const base64Of = (least: number, most = least) =>
  z
    .base64()
    .max(Math.ceil(most / 3) * 4)
    .transform((text) => Buffer.from(text, 'base64'))
    .refine(({ length }) => length >= least && length <= most)

/** Something sealed under a key: its nonce, and its bytes with their tag. */
export const wrappedSchema = z.object({ nonce: z.string(), sealed: z.string() })
export type Wrapped = z.infer<typeof wrappedSchema>

/** Seals a few bytes with AES-256-GCM, bound to what they are for. */
export function wrap(key: Buffer, plain: Buffer, purpose: string): Wrapped {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose, 'utf8'))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') }
}

/** What was sealed; null under another key, for another purpose, or of other bytes. */
export function unwrap(key: Buffer, { nonce, sealed }: Wrapped, purpose: string): Buffer | null {
  const bytes = Buffer.from(sealed, 'base64')
  const given = Buffer.from(nonce, 'base64')
  if (bytes.length < tagBytes || given.length !== nonceBytes) return null
  const decipher = createDecipheriv('aes-256-gcm', key, given, { authTagLength: tagBytes })
    .setAAD(Buffer.from(purpose, 'utf8'))
    .setAuthTag(bytes.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()])
  } catch {
    return null
  }
}

/** From what nobody can guess: a recovery code. */
export const keyOfCode = async (code: string, salt: Buffer, purpose: string, bytes = keyBytes): Promise<Buffer> =>
  Buffer.from(await hkdf('sha256', code, salt, purpose, bytes))

/**
 * SECURITY: a file says itself how much work its passphrase takes, and a hostile one must neither ask for gigabytes nor make
 * the passphrase cheap to guess. `N` is a power of two; memory is 128 × N × r bytes.
 */
export const workSchema = z.object({
  N: z.union([14, 15, 16, 17, 18].map((power) => z.literal(2 ** power))),
  r: z.literal(8),
  p: z.number().int().min(1).max(2),
})
export type Work = z.infer<typeof workSchema>

/** 128 MB and about half a second on an office computer: a guess costs whoever stole the file as much. */
export const defaultWork: Work = { N: 2 ** 17, r: 8, p: 1 }

/** One spelling for what looks the same: another keyboard may compose its accents differently. */
const spelt = (passphrase: string): string => passphrase.normalize('NFKC')

/** From what a person can remember: a passphrase. */
export const keyOfPassphrase = (passphrase: string, salt: Buffer, work: Work): Promise<Buffer> =>
  scrypt(spelt(passphrase), salt, keyBytes, { ...work, maxmem: 2 * 128 * work.N * work.r })
