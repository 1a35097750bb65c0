/** What every file system of today takes: Windows and macOS count UTF-16 units, Linux bytes, of which there are never fewer. */
const maxBytes = 255

/** Room for what a program puts behind a name while it writes the file, and for " (2)" of a browser. */
const room = 8

/** Controls, what hides, and what turns the order of signs: they can disguise an extension. */
const invisible = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g
const joiner = '\u200d'

/** What Windows takes in no name. */
const forbidden = /[<>:"|?*]/g

/** Devices of Windows: a name that begins so opens no file, whatever its extension. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)\s*(?:\.|$)/i

/** Between two emoji a joiner makes one picture of them, as in a family; anywhere else it only hides. */
const joinsEmoji = (text: string, at: number): boolean =>
  /\p{Extended_Pictographic}(?:[\u{1f3fb}-\u{1f3ff}]|\ufe0f)*$/u.test(text.slice(Math.max(0, at - 8), at)) &&
  /^\p{Extended_Pictographic}/u.test(text.slice(at + 1))

/** Whole signs only, as a reader sees them. */
function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text
  let kept = ''
  let used = 0
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += Buffer.byteLength(segment)
    if (used > bytes) break
    kept += segment
  }
  return kept
}

/** Windows drops blanks and dots at the end without a word, and then it is another name. */
const withoutEnd = (name: string) => name.replace(/[\s.]+$/u, '')

/** An extension is what opens a file, and stays when a name is cut; a longer one is none. */
const maxExtensionBytes = 32

/**
 * The name of a file wherever we show, store or send it, or suggest it to save under: of runs, attachments and exports, on every
 * system. Letters, blanks within and emoji stay as they are.
 * SECURITY: a name comes from whoever made the file: a sender of mail, a web page, an archive.
 */
export function safeFileName(name: string, otherwise = 'bestand'): string {
  const base = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = base
    .replace(invisible, (sign, at: number) => (sign === joiner && joinsEmoji(base, at) ? sign : ''))
    .replace(forbidden, '_')
    .trim()
  const whole = withoutEnd(device.test(plain) ? `_${plain}` : plain)
  const dot = whole.lastIndexOf('.')
  const extension = dot > 0 && Buffer.byteLength(whole.slice(dot)) <= maxExtensionBytes ? whole.slice(dot) : ''
  const stem = whole.slice(0, whole.length - extension.length)
  const kept = cut(stem, maxBytes - room - Buffer.byteLength(extension))
  return (extension === '' ? withoutEnd(kept) : kept) + extension || otherwise
}
