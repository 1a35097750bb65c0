import { burn } from '@kenjiuno/msgreader/lib/Burner.js'

const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll(/.{76}/g, '$&\r\n')

interface MailSample {
  from: { name: string; address: string }
  subject: string
  text: string
  attachments: { name: string; bytes: Buffer }[]
}

/** A mail as Thunderbird and Apple Mail save it. */
export function eml({ from, subject, text, attachments }: MailSample): Buffer {
  const word = (plain: string) => `=?UTF-8?B?${Buffer.from(plain).toString('base64')}?=`
  const parts = attachments.map(
    ({ name, bytes }) =>
      `--grens\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n` +
      `Content-Transfer-Encoding: base64\r\n\r\n${base64(bytes)}\r\n`,
  )
  return Buffer.from(
    `From: ${word(from.name)} <${from.address}>\r\nTo: Winkel <klacht@winkel.example>\r\nSubject: ${word(subject)}\r\n` +
      'Date: Fri, 27 Nov 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="grens"\r\n\r\n' +
      `--grens\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(Buffer.from(text))}\r\n` +
      `${parts.join('')}--grens--\r\n`,
  )
}

const wide = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))

/** The same as Outlook saves it: its fields as streams of a compound file. @see MS-OXMSG 2.2 */
export function msg({ from, subject, text, attachments }: MailSample): Buffer {
  const entries: { name: string; type: number; binaryProvider?: () => Uint8Array; length: number; children?: number[] }[] = []
  const add = (name: string, bytes: Uint8Array): number =>
    entries.push({ name, type: 2, binaryProvider: () => bytes, length: bytes.length }) - 1
  entries.push({ name: 'Root Entry', type: 5, length: 0, children: [] })
  const root = entries[0]?.children ?? []
  root.push(
    add('__properties_version1.0', new Uint8Array(32)),
    add('__substg1.0_0037001F', wide(subject)),
    add('__substg1.0_1000001F', wide(text)),
    add('__substg1.0_0C1A001F', wide(from.name)),
    add('__substg1.0_5D01001F', wide(from.address)),
  )
  for (const [index, { name, bytes }] of attachments.entries()) {
    const folder = {
      name: `__attach_version1.0_#${String(index).padStart(8, '0')}`,
      type: 1,
      length: 0,
      children: [] as number[],
    }
    root.push(entries.push(folder) - 1)
    folder.children.push(
      add('__properties_version1.0', new Uint8Array(8)),
      add('__substg1.0_3707001F', wide(name)),
      add('__substg1.0_37010102', new Uint8Array(bytes)),
    )
  }
  return Buffer.from(burn(entries as Parameters<typeof burn>[0]))
}
