import { expect, test } from 'vitest'
import { bulkDesk } from '#test/support/bulk-desk.ts'
import { pdf, png } from '#test/support/sample-files.ts'

const dispute = {
  invoice: 'F-1',
  customerName: 'Jan',
  customerEmail: 'jan@example.nl',
  category: 'retour',
  locale: 'nl',
  message: 'Terug',
}

test('the last look warns of an earlier dispute for the invoice, and of a file that may not arrive or open', async () => {
  const desk = await bulkDesk()
  await desk.desk.start()
  const accountId = await desk.account('disputes')
  const { drafts, attachments, disputes } = desk.handlers
  const draftWith = async (invoice: string, file?: { name: string; bytes: Uint8Array }) => {
    const { id } = await drafts.create({ kind: 'dispute', accountId, fields: { ...dispute, invoice } })
    if (file) await attachments.attach({ draftId: id, token: (await desk.desk.tokens.register(file)).token })
    return id
  }
  const warned = async (draftId: string) => {
    const { warnings } = await disputes.review({ draftId })
    return warnings.map(({ message, submissionId }) => ['id' in message ? message.id : '', submissionId])
  }
  expect(await warned(await draftWith('F-1', { name: 'bon.pdf', bytes: pdf() }))).toEqual([])
  const { id: earlier } = await disputes.submit({ draftId: await draftWith('F-1') })
  expect(await warned(await draftWith('F-1'))).toEqual([['review.invoiceDisputedBefore', earlier]])
  const half = { name: 'half.pdf', bytes: pdf().subarray(0, 60) }
  expect(await warned(await draftWith('F-2', half))).toEqual([['attachment.doubt.cutOff', null]])
  const large = { name: 'groot.png', bytes: Buffer.concat([png(), Buffer.alloc(3.5 * 1024 * 1024)]) }
  expect((await warned(await draftWith('F-3', large))).at(0)).toEqual(['review.largeFile', null])
  const both = { name: 'half.pdf', bytes: Buffer.concat([pdf().subarray(0, 60), Buffer.alloc(3.5 * 1024 * 1024)]) }
  expect(await warned(await draftWith('F-1', both))).toEqual([
    ['review.invoiceDisputedBefore', earlier],
    ['review.largeFile', null],
    ['attachment.doubt.cutOff', null],
  ])
})
