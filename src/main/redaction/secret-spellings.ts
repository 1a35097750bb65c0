/** Names of the signs that HTML writes by name; letters and digits have none. */
const entityNames: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
  '/': 'sol',
  '+': 'plus',
  '=': 'equals',
  '-': 'hyphen',
  _: 'lowbar',
  '.': 'period',
  ':': 'colon',
  ' ': 'nbsp',
}

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** UTF-8 bytes of a sign, each in two hexadecimal digits. */
const hexBytes = (text: string) => Buffer.from(text).toString('hex').match(/../g) ?? []
const utf16 = (text: string) => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0'))

/** Every way to write one sign otherwise, within JSON, JavaScript, a URL, a form or HTML. */
function escapesOf(sign: string): string {
  const point = sign.codePointAt(0) ?? 0
  const name = entityNames[sign]
  return [
    utf16(sign)
      .map((unit) => `\\\\{1,4}u${unit}`)
      .join(''),
    `\\\\{1,4}u\\{0{0,6}${point.toString(16)}\\}`,
    ...(point < 256 ? [`\\\\{1,4}x${point.toString(16).padStart(2, '0')}`] : []),
    hexBytes(sign.toWellFormed())
      .map((byte) => `%(?:25){0,3}${byte}`)
      .join(''),
    `&(?:amp;){0,2}#0{0,6}${point};?`,
    `&(?:amp;){0,2}#x0{0,6}${point.toString(16)};?`,
    ...(name ? [`&(?:amp;){0,2}${name};?`] : []),
    ...(sign === ' ' ? ['\\+'] : []),
  ].join('|')
}

/**
 * A part of a key in any of these ways, mixed as a server likes. As itself comes last, since an entity begins with a sign too.
 * Backslashes are doubled by each escaping; a run of them is one part, or there would be more ways to divide it than time.
 */
const partPattern = (part: string): string =>
  part.startsWith('\\')
    ? `(?:(?:${escapesOf('\\')}|\\\\){${part.length}}|\\\\{${part.length},${part.length * 4}})`
    : `(?:${escapesOf(part)}|\\\\{0,4}${literal(part)})`

/** Base64 of a longer text that has the secret in it: the digits that hold nothing but the secret, for each place it may begin. */
function base64Cores(bytes: Buffer): string[] {
  const cores = [0, 1, 2].map((before) => {
    const digits = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const first = Math.ceil((before * 8) / 6)
    const last = Math.floor(((before + bytes.length) * 8) / 6)
    return digits.slice(first, last)
  })
  return cores.filter((core) => core.length >= shortest)
}

/** Below this a run of digits says nothing of a secret, and would be found anywhere. */
const shortest = 6

/** `+` and `/` in each alphabet of base64, and as JSON or a URL writes them; lines may break anywhere. */
const base64Pattern = (core: string) =>
  Array.from(core, (digit) => (digit === '+' ? '(?:[+-]|%2b)' : digit === '/' ? '(?:\\\\{0,2}/|_|%2f)' : digit)).join(
    '(?:\\\\{0,2}[rn]|\\s){0,4}',
  )

const hexPattern = (bytes: Buffer) => (bytes.toString('hex').match(/../g) ?? []).join('(?:\\\\?[x:\\s-]|0x){0,3}')

/** The signs that spellings are made of beside the secret's own, and that may stand within one. */
const signsOfSpellings = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/=-_\\{}%&#;: \t\n\v\f\r'

/** ASCII signs by their code. What is beyond may be a space, or a letter of the secret in another case. */
const asciiOf = (signs: string): Uint8Array =>
  Uint8Array.from({ length: 128 }, (_, code) => Number(signs.includes(String.fromCharCode(code))))

interface Spellings {
  /** A run of so many of these signs may be a spelling, and nothing shorter is. */
  signs: Uint8Array
  length: number
  /** What holds nothing but the secret. */
  whole: RegExp
  /** A part of a run of base64; null for a secret too short to be told from others. */
  inBase64: RegExp | null
}

function spellingsIn(secret: string): Spellings {
  const texts = [Buffer.from(secret), Buffer.from(secret, 'utf16le')]
  const cores = texts.flatMap(base64Cores)
  const base64 = cores.map(base64Pattern)
  const hex = texts.filter(({ length }) => length * 2 >= shortest).map(hexPattern)
  const plain = (secret.match(/\\+|[^\\]/gu) ?? []).map(partPattern).join('')
  return {
    signs: asciiOf(`${signsOfSpellings}${secret}${secret.toLowerCase()}${secret.toUpperCase()}`),
    length: Math.min(Array.from(secret).length, ...cores.map((core) => core.length)),
    whole: new RegExp([...hex, plain].join('|'), 'gi'),
    inBase64: base64.length === 0 ? null : new RegExp(base64.join('|'), 'gi'),
  }
}

/** More than anyone has accounts and proxies. */
export const mostSecrets = 200

/** Made once for each key that is in use: thousands of answers are looked through with one of them, and each log line with all. */
const made = new Map<string, Spellings>()

function spellingsOf(secret: string): Spellings {
  const known = made.get(secret)
  if (known) return known
  const [oldest] = made.keys()
  if (made.size >= mostSecrets && oldest !== undefined) made.delete(oldest)
  const spellings = spellingsIn(secret)
  made.set(secret, spellings)
  return spellings
}

export const hidden = '•••'

const isBase64 = (sign: string | undefined) => sign !== undefined && /[\w+/=-]/.test(sign)

/** The whole run goes: what else it holds was written with the secret, and its edges hold parts of it. */
function withoutRuns(text: string, pattern: RegExp): string {
  let kept = ''
  let from = 0
  for (const match of text.matchAll(pattern)) {
    let start = match.index
    let end = start + match[0].length
    if (start < from) continue
    while (start > from && isBase64(text[start - 1])) start -= 1
    while (isBase64(text[end])) end += 1
    kept += text.slice(from, start) + hidden
    from = end
  }
  return from === 0 ? text : kept + text.slice(from)
}

/** Most texts are seen at a glance to hold no spelling: a bulk run looks through three of them for each row. */
function mayHold(text: string, { signs, length }: Spellings): boolean {
  let run = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    run = code >= 128 || signs[code] === 1 ? run + 1 : 0
    if (run >= length) return true
  }
  return false
}

/**
 * The same text without the secret.
 * SECURITY: an answer, an error or a log line may carry a key in another spelling than the one it was given in. Found are: as it
 * is, in capitals or small letters; escaped for JSON, JavaScript, URLs, forms and HTML, sign by sign; base64 (both alphabets,
 * alone or within more, as in basic auth) and hexadecimal, of UTF-8 and UTF-16.
 */
export function withoutSecret(text: string, secret: string): string {
  if (secret === '') return text
  const spellings = spellingsOf(secret)
  if (!mayHold(text, spellings)) return text
  const { whole, inBase64 } = spellings
  const rest = text.replace(whole, hidden)
  return inBase64 ? withoutRuns(rest, inBase64) : rest
}
