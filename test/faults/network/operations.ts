import { png } from '#test/support/sample-files.ts'
import type { Desk } from '#main/desk.ts'
import type { AccountIds } from '../harness/accounts.ts'

/** One of the four things a clerk sends, from draft to outbox. */
export interface Operation {
  name: 'dispute' | 'create' | 'update' | 'delete'
  /** A request that makes something new each time it arrives. */
  makes: boolean
  /** What its vendor's document calls a success, and the number in it. */
  success: string
  number: string | null
  /** The request as the naive client makes it. */
  naive: { method: string; path: string; body: string | null }
  file(desk: Desk, accounts: AccountIds): Promise<string>
}

const note = { outletID: '12345', saleID: '1001', paymentMethodCode: 'IDE', text: 'Factuur 1', test: false }
const naiveForm = new URLSearchParams({ ...note, test: '0' }).toString()

async function fileNote({ handlers }: Desk, { digiwallet }: AccountIds, action: 'create' | 'update' | 'delete') {
  const draft = await handlers.drafts.create({ kind: 'note', accountId: digiwallet, fields: { ...note, action } })
  return (await handlers.notes.submit({ draftId: draft.id })).id
}

async function fileDispute({ handlers, tokens }: Desk, { billink }: AccountIds) {
  const dispute = {
    invoice: 'F-1',
    customerName: 'Jan de Vries',
    customerEmail: 'jan@example.nl',
    category: 'retour',
    locale: 'nl',
    message: 'De klant stuurde de jas terug.',
  }
  const { id } = await handlers.drafts.create({ kind: 'dispute', accountId: billink, fields: dispute })
  const { token } = await tokens.register({ name: 'bon.png', bytes: png(300_000) })
  await handlers.attachments.attach({ draftId: id, token })
  return (await handlers.disputes.submit({ draftId: id })).id
}

export const operations: readonly Operation[] = [
  {
    name: 'dispute',
    makes: true,
    success: '{"id":77,"status":"open"}',
    number: '77',
    naive: {
      method: 'POST',
      path: '/dispute',
      body: JSON.stringify({ billinkId: 'geheim', invoice: 'F-1', file: 'A'.repeat(400_000) }),
    },
    file: fileDispute,
  },
  {
    name: 'create',
    makes: true,
    success: '{"status":0,"message":"SaleNote successfully created","saleNoteID":12345}',
    number: '12345',
    naive: { method: 'POST', path: '/sale-note', body: naiveForm },
    file: (desk, accounts) => fileNote(desk, accounts, 'create'),
  },
  {
    name: 'update',
    makes: false,
    success: '{"status":0,"message":"SaleNote successfully updated","saleNoteID":12345}',
    number: '12345',
    naive: { method: 'PATCH', path: '/sale-note/12345/1001/IDE/Factuur%201/0', body: null },
    file: (desk, accounts) => fileNote(desk, accounts, 'update'),
  },
  {
    name: 'delete',
    makes: false,
    success: '{"status":0,"message":"SaleNote successfully deleted"}',
    number: null,
    naive: { method: 'DELETE', path: '/sale-note/12345/1001/IDE/0', body: null },
    file: (desk, accounts) => fileNote(desk, accounts, 'delete'),
  },
]
