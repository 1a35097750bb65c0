import { kindNames } from '#shared/domain/kinds.ts'
import { sharedVendorOf } from '#shared/vendors/index.ts'

const vendorSecrets = kindNames.flatMap((kind) => sharedVendorOf(kind).secretNames ?? [])
/** What holds a secret, a file or a customer, as programs call it. */
const secretNames = ['file', 'secret', 'api[_-]?key', 'key', 'token', 'pass(?:word|phrase|wd)?', 'pwd', 'authorization', 'cookie']
const personNames = ['customer\\w*', 'e-?mail', 'name', 'user(?:name)?', 'text', 'note', 'message', 'description', 'invoice']
const names = [...secretNames, ...personNames, 'fileName', ...vendorSecrets].join('|')

const gone = '[redacted]'

interface Rule {
  pattern: RegExp
  put: string | ((match: string, ...groups: string[]) => string)
}

/** A file of ours or of a library says where something failed; any other may be named after a customer. */
const sources = /\.(?:[cm]?[jt]sx?|node|asar|sqlite(?:-wal|-shm)?|wasm)$/i

function bareFile(path: string): string {
  const [, file = '', place = '', end = ''] = /([^/\\]*?)((?::\d+){0,2})([:.,]*)$/.exec(path) ?? []
  if (sources.test(file)) return `[path]/${file}${place}${end}`
  const [extension = ''] = /\.[A-Za-z0-9]{1,8}$/.exec(file) ?? []
  return `[path]${extension}${end}`
}

const rules: readonly Rule[] = [
  // A person, a password and a query within an address.
  { pattern: /\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@'"<>]*@/gi, put: `$1${gone}@` },
  { pattern: /\b(https?:\/\/[^\s?#'"<>]+)[?#][^\s'"<>]*/gi, put: `$1?${gone}` },
  { pattern: /\b(Bearer|Basic|Digest|Negotiate|NTLM)(\s+)[^\s,'"]+/gi, put: `$1$2${gone}` },
  // The text of a note stands in an update's path.
  { pattern: /(\/(?:sale-note|payments)\/)[^\s'"]+/g, put: `$1${gone}` },
  // JSON, also within JSON; what Node prints of an object; forms and queries.
  { pattern: new RegExp(`(\\\\+")(${names})\\1(\\s*:\\s*)\\1(?:(?!\\1)[^])*\\1`, 'gi'), put: `$1$2$1$3$1${gone}$1` },
  { pattern: new RegExp(`"(${names})"(\\s*:\\s*)"(?:\\\\[^]|[^"\\\\])*"?`, 'gi'), put: `"$1"$2"${gone}"` },
  { pattern: new RegExp(`\\b(${names})(\\s*[:=]\\s*)(["'])(?:\\\\[^]|(?!\\3)[^\\\\])*\\3?`, 'gi'), put: `$1$2$3${gone}$3` },
  { pattern: new RegExp(`\\b(${names})(=|:(?=[^\\s/]))(?!\\[redacted|["'])[^\\s&;,'"]+`, 'gi'), put: `$1$2${gone}` },
  // What a parser quotes is the content.
  { pattern: /"[^"\n]*"\.{0,3}(?= is not valid JSON)|(?<=Unexpected token )\S+/g, put: gone },
  { pattern: /[^\s<>"'(),;:@[\]]+@[^\s<>"'(),;:@[\]]+\.[^\s<>"'(),;:@[\]]+/gu, put: '[e-mail]' },
  // Paths: in quotes with their blanks, otherwise up to one.
  {
    pattern: /(["'`])((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/]|\\\\)(?:(?!\1)[^\n])*)\1/g,
    put: (_match, quote = '', path = '') => `${quote}${bareFile(path)}${quote}`,
  },
  {
    pattern: /(?<![\w\]:/.<])(?:file:\/\/)?(?:[A-Za-z]:[\\/]|\\\\|\/(?=[^\s/]*[/.]))[^\s'"`(),;<>]*/g,
    put: (path) => bareFile(path),
  },
  { pattern: /[A-Za-z0-9+/_-]{48,}={0,2}/g, put: '[base64 redacted]' },
]

/**
 * What may stand in the log, and be mailed to whoever helps: what failed and where in our code; no key, e-mail address, note, name
 * of a file or of a person's folder. It goes by shape, and is the second net: secrets that are known go first.
 */
export const withoutPersonalText = (text: string): string =>
  rules.reduce(
    (rest, { pattern, put }) => (typeof put === 'string' ? rest.replace(pattern, put) : rest.replace(pattern, put)),
    text,
  )

/** What steers a terminal, hides, or turns the order of signs: all that Unicode has of it, since a log is shown by any program. */
const steering = /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu

/** SECURITY: a line of the log begins where we begin one, whatever an error's message says. */
export const asOneEntry = (text: string): string => text.replace(steering, ' ').replaceAll('\n', '\n    ')
