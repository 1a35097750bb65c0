import { describe, expect, test } from 'vitest'
import { recognise, type Known } from '../../../../../src/renderer/vendors/billink/recognise.ts'

const known: Known = { invoices: ['2024-0801', '2024-0815'] }

describe('what a mail says of a dispute', () => {
  test.each<[name: string, text: string, known: Known, invoice: string]>([
    ['a number like those of before', 'Ik betwist 2024-0933, zie de foto’s.', known, '2024-0933'],
    ['one of before itself, among others', 'Eerst 2024-0933, maar het gaat om 2024-0815.', known, '2024-0815'],
    ['one that is said to be it, where nothing is known', 'Het gaat om factuurnummer: INV-88123.', { invoices: [] }, 'INV-88123'],
    ['in English', 'Regarding invoice no. 100234, I never got it.', { invoices: [] }, '100234'],
    ['of an order', 'Bestelnummer 4711-22 is kapot', { invoices: [] }, '4711-22'],
    ['no telephone number', 'Bel mij op 0612345678 of 020-1234567.', { invoices: ['0811223344'] }, ''],
    ['no date, year or postcode', 'Op 12-05-2026 in 2026 te 1234AB', { invoices: ['12-05-2025', '2025', '1234CD'] }, ''],
    ['no amount', 'Factuur € 1234,50 is te hoog', { invoices: [] }, ''],
    ['no account', 'Rekening NL91ABNA0417164300', { invoices: [] }, ''],
    ['nothing like it: no guess', 'Ik heb pakket 778899 niet gekregen', { invoices: [] }, ''],
  ])('invoice: %s', (_name, text, given, invoice) => {
    expect(recognise(text, given).invoice).toBe(invoice)
  })

  test.each<[name: string, text: string, from: Known['from'], expected: { customerName: string; customerEmail: string }]>([
    [
      'who sent it',
      'Hallo',
      { name: 'Jan de Vries', address: 'jan@voorbeeld.nl' },
      { customerName: 'Jan de Vries', customerEmail: 'jan@voorbeeld.nl' },
    ],
    [
      'last name first, as Exchange writes',
      'Hallo',
      { name: 'Vries, Jan de', address: 'jan@voorbeeld.nl' },
      { customerName: 'Jan de Vries', customerEmail: 'jan@voorbeeld.nl' },
    ],
    [
      'a shop’s own sender: the customer in the text',
      'Naam: Zoë Groot\nE-mail: zoe@voorbeeld.nl',
      { name: '', address: 'noreply@winkel.nl' },
      { customerName: 'Zoë Groot', customerEmail: 'zoe@voorbeeld.nl' },
    ],
    [
      'a signature',
      'Het is kapot.\n\nMet vriendelijke groet,\n\nPiet Jansen',
      undefined,
      { customerName: 'Piet Jansen', customerEmail: '' },
    ],
    [
      'a sentence after a greeting is no name',
      'Groeten\nik hoor graag van je 123',
      undefined,
      { customerName: '', customerEmail: '' },
    ],
  ])('customer: %s', (_name, text, from, expected) => {
    expect(recognise(text, { ...known, from })).toMatchObject(expected)
  })

  test.each([
    ['Outlook', '-----Oorspronkelijk bericht-----'],
    ['Outlook of today', 'Van: Winkel <info@winkel.nl>'],
    ['Apple Mail', 'Op 12 mei 2026 om 10:00 schreef Winkel <info@winkel.nl>:'],
    ['Thunderbird', 'On 12 May 2026, Winkel wrote:'],
    ['a quote', '> Beste klant,'],
  ])('the message is what the customer wrote, without the mail they answer: %s', (_name, quote) => {
    expect(recognise(`Het is kapot.\n\nJan\n\n${quote}\nBeste klant, uw factuur.`, known).message).toBe('Het is kapot.\n\nJan')
  })

  test('a mail that is only forwarded keeps its text', () => {
    const text = '> Het is kapot.\n> Jan'
    expect(recognise(text, known).message).toBe(text)
  })
})
