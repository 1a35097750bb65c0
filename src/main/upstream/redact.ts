import { withoutSecret } from '../redaction/secret-spellings.ts'

/** More of an answer than any screen shows; kept in the ledger with each try. */
export const keptAnswerLength = 262_144

/** Base64 of this length is a file that came back, and no clerk reads it. */
const longBase64 = /(?:[A-Za-z0-9+/=]|\\\/){512,}/g

/** An answer's text as it is kept for the details view: no secret, no file, bounded. */
export function keepableAnswer(text: string, secret: string): string {
  const clean = withoutSecret(text, secret).replace(longBase64, (run) => `[… ${run.length}]`)
  return clean.length > keptAnswerLength
    ? `${clean.slice(0, keptAnswerLength).toWellFormed()} [… ${clean.length - keptAnswerLength}]`
    : clean
}
