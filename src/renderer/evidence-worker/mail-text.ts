import type { Mail } from './mail.ts'
import type { PageWords } from './protocol.ts'

/** A mail on paper: its head, what it says, and the names of what came with it. */
export function mailText({ from, to, date, subject, text, attachments }: Mail, words: PageWords): string {
  const head = [
    [words.from, [from.name, from.address && `<${from.address}>`].filter(Boolean).join(' ')],
    [words.to, to],
    [words.date, date],
    [words.subject, subject],
    [words.attachments, attachments.map(({ name }) => name).join(', ')],
  ]
  const lines = head.filter(([, value]) => value !== '').map(([label, value]) => `${label}: ${value}`)
  return [...lines, '', text].join('\n')
}
