import msgreader, { type FieldsData } from '@kenjiuno/msgreader'
import PostalMime, { type Address } from 'postal-mime'
import { EvidenceFault, faultOf } from './fault.ts'

/** A mail as a person reads it. */
export interface Mail {
  from: { name: string; address: string }
  to: string
  /** As written in the mail, or as a moment in ISO. */
  date: string
  subject: string
  text: string
  attachments: MailAttachment[]
}
export interface MailAttachment {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

/** A module of before ES modules: bundlers and Node give its default under different names. */
const MsgReader = (msgreader as { default?: typeof msgreader }).default ?? msgreader

/** SECURITY: a mail in a mail in a mail is one way to fill a memory; what is in one is offered, and what is in that is not looked at. */
const maxAttachments = 100

export async function readMail(bytes: Uint8Array<ArrayBuffer>, kind: 'eml' | 'msg'): Promise<Mail> {
  try {
    return await (kind === 'eml' ? fromEml(bytes) : fromMsg(bytes))
  } catch (error) {
    throw faultOf(error)
  }
}

async function fromEml(bytes: Uint8Array<ArrayBuffer>): Promise<Mail> {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' })
  const from = mail.from && 'address' in mail.from ? mail.from : undefined
  const written = (one: Address) => [one.name, one.address && `<${one.address}>`].filter(Boolean).join(' ')
  return {
    from: { name: from?.name ?? '', address: from?.address ?? '' },
    to: (mail.to ?? []).map(written).join(', '),
    date: mail.date ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? textOfHtml(mail.html ?? ''),
    attachments: mail.attachments.slice(0, maxAttachments).map(({ filename, mimeType, content }, index) => ({
      name: filename ?? `${index + 1}.${mimeType.split('/')[1]?.replace(/\W.*/, '') ?? 'bin'}`,
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
    })),
  }
}

/** @see MS-OXMSG; names of fields as the reader gives them */
function fromMsg(bytes: Uint8Array<ArrayBuffer>): Mail {
  const reader = new MsgReader(bytes.buffer)
  const mail = reader.getFileData()
  if (mail.error) throw new EvidenceFault('damaged')
  const html = mail.bodyHtml ?? (mail.html ? new TextDecoder().decode(mail.html) : '')
  const body = mail.body?.trim() ? mail.body : textOfHtml(html)
  return {
    from: { name: mail.senderName ?? '', address: mail.senderSmtpAddress ?? mail.creatorSMTPAddress ?? mail.senderEmail ?? '' },
    to: (mail.recipients ?? [])
      .map(({ name, smtpAddress, email }) => [name, smtpAddress ?? email].filter(Boolean).join(' '))
      .join(', '),
    date: mail.clientSubmitTime ?? mail.messageDeliveryTime ?? '',
    subject: mail.subject ?? '',
    text: body,
    attachments: (mail.attachments ?? []).slice(0, maxAttachments).flatMap((attachment: FieldsData) => {
      // A mail that is attached to this one has no bytes of its own.
      if (attachment.innerMsgContent) return []
      const { fileName, content } = reader.getAttachment(attachment)
      return [{ name: attachment.fileName ?? fileName, bytes: new Uint8Array(content) }]
    }),
  }
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', euro: '€' }

/** The words of a page of the web, with its lines. SECURITY: nothing in it is loaded, and nothing of it is shown as more than text. */
export const textOfHtml = (html: string): string =>
  html
    .replaceAll(/<(style|script|head|title)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/[\r\n\t ]+/g, ' ')
    .replaceAll(/<br\b[^>]*>|<\/(p|div|tr|li|h[1-6]|table|blockquote)\s*>/gi, '\n')
    .replaceAll(/<\/t[dh]\s*>/gi, '\t')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#(\d{1,7});/g, (_, code: string) => signOf(Number(code)))
    .replaceAll(/&#x([\da-f]{1,6});/gi, (_, code: string) => signOf(Number.parseInt(code, 16)))
    .replaceAll(/&([a-z]+);/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .replaceAll(/ *\n */g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()

const signOf = (code: number): string => (code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '')
