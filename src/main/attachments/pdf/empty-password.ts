import { createCipheriv, createHash } from 'node:crypto'
import { rc4 } from './rc4.ts'

/** What an encryption dictionary says of its password. @see ISO 32000-2 7.6.4 */
export interface StandardSecurity {
  revision: number
  /** Of the key, in bytes. */
  keyLength: number
  owner: Buffer
  user: Buffer
  permissions: number
  encryptMetadata: boolean
  /** The first of the file's identifiers. */
  id: Buffer
}

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')
const hashed = (name: string, ...parts: Uint8Array[]) => {
  const hash = createHash(name)
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const md5 = (...parts: Uint8Array[]) => hashed('md5', ...parts)

/** Whether the file opens without a password, as it does where only what may be done with it is protected. */
export function opensWithoutPassword(security: StandardSecurity): boolean {
  const { revision, user } = security
  if (revision <= 4) return revision === 2 ? checkByRc4(security) : checkByRc4Rounds(security)
  const [check, salt] = [user.subarray(0, 32), user.subarray(32, 40)]
  return (revision === 5 ? hashed('sha256', salt) : hashOf2B(salt)).equals(check)
}

/** @see ISO 32000-1 7.6.3.3, algorithm 2 */
function keyOf({ revision, keyLength, owner, permissions, encryptMetadata, id }: StandardSecurity): Buffer {
  const bits = Buffer.alloc(4)
  bits.writeInt32LE(permissions | 0)
  const open = revision >= 4 && !encryptMetadata ? Buffer.alloc(4, 0xff) : Buffer.alloc(0)
  let key = md5(padding, owner.subarray(0, 32), bits, id, open)
  if (revision === 2) return key.subarray(0, 5)
  for (let round = 0; round < 50; round += 1) key = md5(key.subarray(0, keyLength))
  return key.subarray(0, keyLength)
}

/** Algorithm 4. */
const checkByRc4 = (security: StandardSecurity) => rc4(keyOf(security), padding).equals(security.user.subarray(0, 32))

/** Algorithm 5. */
function checkByRc4Rounds(security: StandardSecurity): boolean {
  const key = keyOf(security)
  let text: Buffer = md5(padding, security.id)
  for (let round = 0; round < 20; round += 1) {
    text = rc4(
      key.map((byte) => byte ^ round),
      text,
    )
  }
  return text.equals(security.user.subarray(0, 16))
}

/** The hash of an empty password. @see ISO 32000-2 7.6.4.3.4, algorithm 2.B */
function hashOf2B(salt: Buffer): Buffer {
  let key = hashed('sha256', salt)
  let last = 0
  for (let round = 0; round < 64 || last > round - 32; round += 1) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false)
    const mixed = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => key)))
    const rest = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    key = hashed(['sha256', 'sha384', 'sha512'][rest] ?? 'sha256', mixed)
    last = mixed.at(-1) ?? 0
  }
  return key.subarray(0, 32)
}
