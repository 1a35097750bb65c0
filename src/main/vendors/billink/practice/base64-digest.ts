import { createHash } from 'node:crypto'
import { BodyProblem } from '../../../practice/body.ts'

/** 100 MiB as base64: the largest file an account can be set to send. */
const maxCharacters = 140_000_000

/** What is known of a file that passed by; null where it was not strict standard base64. */
export interface FileDigest {
  bytes: number
  sha256: string
}

/**
 * Decodes base64 as it passes and keeps only its size and SHA-256, so that a file of 100 MB costs no memory. Strict: the
 * standard alphabet and padding, no `data:` prefix, no line breaks (specs/decisions.md, "`file`, `fileName`").
 */
export function createBase64Digest(): { take(text: string): void; finish(): FileDigest | null } {
  const hash = createHash('sha256')
  let carried = ''
  let characters = 0
  let bytes = 0
  let padded = false
  let valid = true

  const decode = (text: string) => {
    const decoded = Buffer.from(text, 'base64')
    // Node's decoder skips what it does not know; only text that comes out as it went in was base64.
    if (padded || decoded.toString('base64') !== text) valid = false
    padded = text.endsWith('=')
    bytes += decoded.length
    hash.update(decoded)
  }

  return {
    take(text) {
      characters += text.length
      if (characters > maxCharacters) throw new BodyProblem(413, `file is longer than ${maxCharacters} characters.`)
      if (!valid) return
      const all = carried + text
      const whole = all.length - (all.length % 4)
      if (whole > 0) decode(all.slice(0, whole))
      carried = all.slice(whole)
    },
    finish: () => (valid && carried === '' && bytes > 0 ? { bytes, sha256: hash.digest('hex') } : null),
  }
}
