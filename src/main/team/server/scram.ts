import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'

/** A password that nobody has to think of: 144 random bits, in letters that survive a mail and a phone call. */
export const newPassword = (): string => randomBytes(18).toString('base64url')

/**
 * What a server keeps of a password (RFC 5802 and 7677), in PostgreSQL's form.
 *
 * SECURITY: made here, so that the password itself is in no statement and in no server's log.
 * @see https://www.postgresql.org/docs/15/catalog-pg-authid.html
 */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16), iterations = 4096): string {
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest()
  const storedKey = createHash('sha256').update(hmac('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${hmac('Server Key').toString('base64')}`
}
