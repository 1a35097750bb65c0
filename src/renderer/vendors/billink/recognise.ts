/** What a mail or a pasted text says of a dispute, as far as it can be recognised; an empty text where it cannot. */
export interface Recognised {
  invoice: string
  customerName: string
  customerEmail: string
  message: string
}
export type RecognisedField = keyof Recognised

/** What is known beside the text itself. */
export interface Known {
  /** Who sent it, where it is a mail. */
  from?: { name: string; address: string } | undefined
  /** Invoices that this account had disputes for: a number that looks like these is more likely one. */
  invoices: readonly string[]
}

const address = /[\p{L}\d._%+&'!-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu
const isNobody = (email: string) => /^(no-?reply|noreply|mailer-daemon|postmaster|do-?not-?reply)\b/i.test(email)

export function recognise(text: string, { from, invoices }: Known): Recognised {
  const message = withoutQuotes(text)
  const emails = [from?.address ?? '', ...(text.match(address) ?? [])].map((one) => one.replace(/[.'!]+$/, ''))
  return {
    invoice: invoiceIn(text, invoices),
    customerName: nameIn(message, from?.name ?? ''),
    customerEmail: emails.find((email) => email.includes('@') && !isNobody(email)) ?? '',
    message,
  }
}

/** What it looks like: runs of digits and of letters, whatever stands between them. */
const shapeOf = (text: string) => text.replaceAll(/\d+/g, '9').replaceAll(/\p{L}+/gu, 'A')

const word = /[\p{L}\d](?:[\p{L}\d]|[-_./#](?=[\p{L}\d])){2,29}/gu
const saysInvoice =
  /(factuur|invoice|rekening|bestel|order|ordernr|referentie|kenmerk)\p{L}*[\s.:#-]*(n(umm?e|)rs?|no|number|num)?[\s.:#-]*(is|was|van|met)?[\s.:#-]*$/iu

/** Dates, hours, telephone numbers, postcodes, accounts and amounts have digits too. */
const isOther = (text: string, before: string, after: string) =>
  /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$|^\d{4}-\d{2}-\d{2}$|^(19|20)\d\d$|^0\d{8,9}$|^0\d{1,3}-\d{6,8}$|^\d{4}[a-z]{2}$|^[a-z]{2}\d{2}[a-z]{4}\d{10}$/i.test(
    text,
  ) ||
  /[+@€$]\s?$|\bEUR\s?$|https?:\S*$|www\.\S*$/i.test(before) ||
  /^(@|,\d\d\b|:\d\d\b)/.test(after)

/** The number that looks most like an invoice's: as those of before, or said to be one. A guess that is neither is none. */
function invoiceIn(text: string, invoices: readonly string[]): string {
  const shapes = new Map(invoices.map((invoice) => [shapeOf(invoice), invoice.length]))
  let best = { text: '', points: 0 }
  for (const { 0: found, index } of text.matchAll(word)) {
    const before = text.slice(Math.max(0, index - 60), index)
    if (!/\d/.test(found) || isOther(found, before, text.slice(index + found.length))) continue
    const length = shapes.get(shapeOf(found))
    const looksLike = length !== undefined && Math.abs(length - found.length) <= 1
    const isNamed = saysInvoice.test(before)
    const points = (invoices.includes(found) ? 2 : 0) + (looksLike ? 3 : 0) + (isNamed && /\d{2}/.test(found) ? 2 : 0)
    if (points > best.points) best = { text: found, points }
  }
  return best.text
}

const label =
  /^\s*(?:naam|name|klant|klantnaam|customer|customer name|besteld door|ordered by)\s*[:\t]\s*(\p{L}[^\n\t,;:@<>\d]{1,80})$/imu
const greeting =
  /^(?:met (?:vriendelijke )?groet(?:en)?|(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|mvg|m\.v\.g\.?|(?:kind |best )?regards|thanks|sincerely|best)[\s,.!]*$/iu

function nameIn(text: string, sender: string): string {
  const plain = sender.replaceAll(/^["']|["']$/g, '').trim()
  if (plain !== '' && !plain.includes('@')) return /^[^,]+, [^,]+$/.test(plain) ? plain.split(', ').toReversed().join(' ') : plain
  const said = label.exec(text)?.[1]?.trim()
  if (said) return said
  const lines = text.split('\n').map((line) => line.trim())
  const at = lines.findLastIndex((line) => greeting.test(line))
  const signed = at === -1 ? '' : (lines.slice(at + 1).find((line) => line !== '') ?? '')
  return /^\p{Lu}[\p{L}.'’ -]{1,60}$/u.test(signed) ? signed : ''
}

const quoteBegins =
  /^\s*(>|-{2,}\s*(oorspronkelijk bericht|original message|doorgestuurd bericht|forwarded message)|_{10,}|(op|on)\s.{5,120}(schreef|wrote)\b.*:\s*$|(van|from):\s.+@)/iu

/** What the customer wrote, without the mails that they answer. */
export function withoutQuotes(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  const at = lines.findIndex((line) => quoteBegins.test(line))
  const own = (at === -1 ? lines : lines.slice(0, at)).join('\n').trim()
  // A mail that was only passed on has nothing else.
  return (own === '' ? text.trim() : own).slice(0, 50_000)
}
