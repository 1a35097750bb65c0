import { describe, expect, test } from 'vitest'
import { emailProblem } from '#shared/domain/email-address.ts'
import { completeDisputeSchema } from '#shared/vendors/billink/dispute.ts'
import { fieldMessagesOf } from '#shared/domain/message.ts'

const dispute = { invoice: '1', customerName: 'J', category: '1', locale: 'nl', message: 'x' }
const judge = (customerEmail: string) => completeDisputeSchema.safeParse({ ...dispute, customerEmail })

describe('an e-mail address that may leave, as it was typed', () => {
  test.each([
    'jan@example.nl',
    'JAN.de-Vries+webshop@Mail.Example.CO.UK',
    'ü@example.nl',
    'jörg.müller@example.de',
    '用户@例子.广告',
    'δοκιμή@παράδειγμα.δοκιμή',
    'jan@bücher.de',
    'jan@xn--bcher-kva.de',
    'jan@example.xn--p1ai',
    'jan@почта.рф',
    "o'brien@example.ie",
    "a!#$%&'*+/=?^_`{|}~-b@example.nl",
    '{jan}@example.nl',
    '-@example.nl',
    '_@example.nl',
    '1@2.nl',
    'jan@3com.com',
    'jan@r3---sn.example.nl',
    `${'a'.repeat(64)}@example.nl`,
    `${'ü'.repeat(32)}@example.nl`,
    `jan@${'a'.repeat(63)}.nl`,
    `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(58)}.nl`,
  ])('%s', (address) => {
    expect(judge(address).data?.customerEmail).toBe(address)
  })

  test('loses the spaces around it, and nothing else', () => {
    expect(judge(' \u00a0Ü@Bücher.de\t').data?.customerEmail).toBe('Ü@Bücher.de')
  })
})

describe('what else was typed is told apart', () => {
  const id = (name: string, values?: Record<string, string>) => ({ id: `validation.email${name}`, ...(values ? { values } : {}) })
  const character = (value: string) => id('.character', { character: value })
  const domain = (value: string) => id('.domain', { domain: value })
  test.each([
    ['no @', 'jan', id('')],
    ['no @, in words', 'jan(at)example.nl', id('')],
    ['nothing before the @', '@example.nl', id('')],
    ['nothing after the @', 'jan@', id('')],
    ['a name beside it', 'Jan <jan@x.nl>', id('.named', { address: 'jan@x.nl' })],
    ['a quoted name beside it', '"Vries, Jan de" <jan@x.nl>', id('.named', { address: 'jan@x.nl' })],
    ['brackets', '<jan@x.nl>', id('.named', { address: 'jan@x.nl' })],
    ['a link', 'mailto:jan@x.nl', id('.mailto')],
    ['a link in capitals', 'MAILTO:jan@x.nl?subject=hoi', id('.mailto')],
    ['two with a comma', 'jan@x.nl,piet@y.nl', id('.several')],
    ['two with a semicolon', 'jan@x.nl; piet@y.nl', id('.several')],
    ['two with a space', 'jan@x.nl piet@y.nl', id('.several')],
    ['two with a slash', 'jan@x.nl/piet@y.nl', id('.several')],
    ['two with names', 'Jan <jan@x.nl>, Piet <piet@y.nl>', id('.several')],
    ['two lines', 'jan@x.nl\npiet@y.nl', id('.several')],
    ['a dot at the end', 'jan@x.nl.', id('.end', { character: '.' })],
    ['a comma at the end', 'jan@x.nl,', id('.end', { character: ',' })],
    ['a semicolon at the end', 'jan@x.nl;', id('.end', { character: ';' })],
    ['two @', 'jan@@x.nl', id('.ats')],
    ['an @ inside', 'jan@piet@x.nl', id('.ats')],
    ['quotes around it', '"jan@x.nl"', id('.quotes')],
    ['single quotes around it', "'jan@x.nl'", id('.quotes')],
    ['curly quotes around it', '“jan@x.nl”', id('.quotes')],
    ['a quoted local part', '"jan de vries"@x.nl', id('.quotes')],
    ['a space', 'jan de.vries@x.nl', id('.space')],
    ['a space that does not break', 'jan\u00a0@x.nl', id('.space')],
    ['a space of no width', 'jan\u200b@x.nl', id('.unseen')],
    ['a byte order mark inside', 'jan\u200e@x.nl', id('.unseen')],
    ['a control character', 'jan\u0007@x.nl', id('.unseen')],
    ['a comma before the @', 'jan,vries@x.nl', character(',')],
    ['a bracket before the @', 'jan(werk)@x.nl', character('(')],
    ['a backslash before the @', 'jan\\vries@x.nl', character('\\')],
    ['a colon before the @', 'Email:jan@x.nl', character(':')],
    ['a dot first', '.jan@x.nl', id('.dots')],
    ['a dot before the @', 'jan.@x.nl', id('.dots')],
    ['a dot after the @', 'jan@.x.nl', id('.dots')],
    ['two dots', 'jan..vries@x.nl', id('.dots')],
    ['two dots in the domain', 'jan@x..nl', id('.dots')],
    ['65 octets before the @', `${'a'.repeat(65)}@x.nl`, id('.localTooLong')],
    ['66 octets in 33 characters', `${'ü'.repeat(33)}@x.nl`, id('.localTooLong')],
    ['no dot in the domain', 'jan@localhost', id('.noDot', { domain: 'localhost' })],
    ['a hyphen first in a label', 'jan@-x.nl', domain('-x.nl')],
    ['a hyphen last in a label', 'jan@x-.nl', domain('x-.nl')],
    ['an underscore in the domain', 'jan@mijn_winkel.nl', domain('mijn_winkel.nl')],
    ['a slash in the domain', 'jan@x.nl/pad', domain('x.nl/pad')],
    ['a port', 'jan@x.nl:25', domain('x.nl:25')],
    ['an IP address', 'jan@192.0.2.1', domain('192.0.2.1')],
    ['an address literal', 'jan@[192.0.2.1]', domain('[192.0.2.1]')],
    ['a top level of one letter', 'jan@x.n', domain('x.n')],
    ['a top level of digits', 'jan@x.123', domain('x.123')],
    ['an emoji in the domain', 'jan@💌.nl', domain('💌.nl')],
    ['64 octets in a label', `jan@${'a'.repeat(64)}.nl`, domain(`${'a'.repeat(64)}.nl`)],
    ['a label that DNS cannot spell', `jan@${'ü'.repeat(60)}.nl`, domain(`${'ü'.repeat(60)}.nl`)],
    ['255 octets', `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(59)}.nl`, id('.tooLong')],
  ])('%s', (_, address, expected) => {
    expect(emailProblem(address)).toEqual(expected)
    const { error } = judge(address)
    expect(error && fieldMessagesOf(error)).toEqual({ customerEmail: [expected] })
  })
})
