import * as z from 'zod'
import type { Keychain } from '../../storage/keychain.ts'

const passwordSchema = z.object({ userName: z.string(), password: z.string() })
type Password = z.infer<typeof passwordSchema>

// SECURITY: the proxy's origin is part of the name, so that what was given for one is never read for another.
const entryOf = (proxy: string) => `proxy/${proxy}`

/** The value of `Proxy-Authorization` for Basic (RFC 7617), in UTF-8. */
export const headerOf = ({ userName, password }: Password): string =>
  `Basic ${Buffer.from(`${userName}:${password}`, 'utf8').toString('base64')}`

/** The header of what an earlier session was given for this proxy; null where the keychain has none or does not say. */
export async function readKept(keychain: Keychain, proxy: string): Promise<string | null> {
  const answer = await keychain.read(entryOf(proxy))
  if (answer.state !== 'stored') return null
  try {
    return headerOf(passwordSchema.parse(JSON.parse(answer.secret)))
  } catch {
    return null
  }
}

/** Keeps it in the keychain; `session` where that is not possible now, and it is asked again after a restart. */
export async function writeKept(keychain: Keychain, proxy: string, password: Password): Promise<'keychain' | 'session'> {
  const answer = await keychain.write(entryOf(proxy), JSON.stringify(password))
  return answer.state === 'done' ? 'keychain' : 'session'
}

/** Out of the keychain; true where it is certainly gone. */
export const forgetKept = async (keychain: Keychain, proxy: string): Promise<boolean> => {
  const { state } = await keychain.remove(entryOf(proxy))
  return state === 'done' || state === 'no-keychain'
}
