import { expect, test } from 'vitest'
import { vendorText } from '#main/views/vendor-text.ts'
import { mainVendorOf } from '#main/vendors/index.ts'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import { bulkDesk } from '#test/support/bulk-desk.ts'
import { answers } from '#test/support/played-vendor.ts'
import { pdf } from '#test/support/sample-files.ts'

const key = (kind: 'notes' | 'disputes') => `key-of-${kind}-1`

test.each([
  ['create', 'POST https://api.digiwallet.nl/sale-note'],
  ['update', 'PATCH https://api.digiwallet.nl/sale-note/12345/77/IDE/Mijn%20tekst/0'],
] as const)(
  'a rejected note (%s) is told to DigiWallet with address, fields and answer, and without the key',
  async (action, address) => {
    const desk = await bulkDesk()
    await desk.desk.start()
    const echo = `{"status":1,"message":"Unknown sale","debug":"Bearer ${key('notes')}"}`
    desk.vendor.answer = () => ({ ...answers.refuses('Unknown sale'), answer: echo })
    const { id } = await desk.fileNote(77, { action, text: action === 'create' ? `Mijn ${key('notes')}` : 'Mijn tekst' })
    await desk.clock.pass(1_000)
    const { text } = await desk.handlers.history.vendorText({ id })
    expect(text).toContain(address)
    expect(text).toMatch(/^outletID: 12345$[\s\S]*^saleID: 77$/m)
    expect(text).toContain('HTTP 400')
    expect(text).toMatch(/^status: 1$\n^message: Unknown sale$/m)
    expect(text).not.toContain('debug')
    expect(text).toContain('Authorization: Bearer •••')
    expect(text).not.toContain(key('notes'))
  },
)

test('an unknown dispute is told to Billink with its file by name and size alone', async () => {
  const desk = await bulkDesk()
  await desk.desk.start()
  desk.vendor.answer = () => ({ ...answers.isSilent(), answer: `{"billinkId":"${key('disputes')}"}` })
  const accountId = await desk.account('disputes')
  const { drafts, attachments, disputes, history } = desk.handlers
  const dispute = {
    invoice: 'F-1',
    customerName: 'Jan',
    customerEmail: 'jan@example.nl',
    category: 'retour',
    locale: 'nl',
    message: 'Terug',
  }
  const { id: draftId } = await drafts.create({ kind: 'dispute', accountId, fields: dispute })
  const { token } = await desk.desk.tokens.register({ name: 'bon.pdf', bytes: pdf() })
  await attachments.attach({ draftId, token })
  const { id } = await disputes.submit({ draftId })
  await desk.until('it was tried', () => desk.vendor.tries.length === 1)
  await desk.clock.pass(1_000)
  const { text } = await history.vendorText({ id })
  expect(text).toContain('POST https://api.billink.nl/dispute')
  expect(text).toContain('invoice: F-1')
  expect(text).toContain('fileName: bon.pdf')
  expect(text).toContain(`file: ${pdf().length} bytes`)
  expect(text).toContain('no answer')
  expect(text).not.toContain(key('disputes'))
  expect(text).not.toContain(pdf().toString('base64').slice(0, 40))
})

test.each([
  [
    'dispute',
    '{"id":881,"status":"open","freshDeskTicket":{"id":12345678901234567890},"customerEmail":"jan@x.nl","message":""}',
    'id: 881|status: open|freshDeskTicket: {"id":12345678901234567890}|message: ',
  ],
  [
    'note',
    '{"status":1,"errors":{"saleID":["Sale not found."]},"customer":"Jan jan@x.nl"}',
    'status: 1|errors: {"saleID":["Sale not found."]}',
  ],
  [
    'payment-note',
    '{"id":"tr_1","mode":"live","status":"paid","description":"Jan","metadata":{"mail":"jan@x.nl"}}',
    'id: tr_1|mode: live|status: paid',
  ],
  ['dispute', '<html>502 Bad Gateway</html>', '<html>502 Bad Gateway</html>'],
  ['dispute', `{"message":"${'a'.repeat(495)}geheim"}`, `message: ${'a'.repeat(495)}•••`],
] as const)('of an answer the helpdesk for a %s is told what it finds the request by (%#)', (kind, answer, lines) => {
  const attempt = { number: 1, startedAt: '', request: { method: 'POST', host: '', bodyBytes: 0 }, status: 200, answer }
  const item = {
    id: 'i',
    state: 'sent',
    vendorNumber: null,
    attachment: null,
    attempts: [attempt],
  } as unknown as SubmissionDetail
  const vendor = { ...mainVendorOf(kind), helpdeskLines: () => [] }
  const text = vendorText(item, { account: null, boundOrigin: 'practice', endpoint: null, secret: 'geheim', vendor })
  expect(text.split('HTTP 200\n')[1]).toBe(lines.replaceAll('|', '\n'))
})
