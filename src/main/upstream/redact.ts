/** More of an answer than any screen shows; kept in the ledger with each try. */
export const keptAnswerLength = 262_144

/** Base64 of this length is a file that came back, and no clerk reads it. */
const longBase64 = /(?:[A-Za-z0-9+/=]|\\\/){512,}/g

/** The shapes in which a server may echo a secret: as it is, within JSON (with and without `\/`), within a URL or form. */
function shapesOf(secret: string): string[] {
  // As most are: characters that none of these writes in another way.
  if (/^[\w.-]+$/.test(secret)) return [secret]
  const json = JSON.stringify(secret).slice(1, -1)
  const uri = encodeURIComponent(secret.toWellFormed())
  const shapes = [secret, json, json.replaceAll('/', '\\/'), uri, uri.replaceAll('%20', '+')]
  return [...new Set(shapes)].filter(Boolean).toSorted((a, b) => b.length - a.length)
}

/** SECURITY: an answer may echo what was sent; a key must never reach the ledger, a screen or an export through it. */
export function withoutSecret(text: string, secret: string): string {
  return shapesOf(secret).reduce((rest, shape) => rest.replaceAll(shape, '•••'), text)
}

/** An answer's text as it is kept for the details view: no secret, no file, bounded. */
export function keepableAnswer(text: string, secret: string): string {
  const clean = withoutSecret(text, secret).replace(longBase64, (run) => `[… ${run.length}]`)
  return clean.length > keptAnswerLength
    ? `${clean.slice(0, keptAnswerLength).toWellFormed()} [… ${clean.length - keptAnswerLength}]`
    : clean
}
