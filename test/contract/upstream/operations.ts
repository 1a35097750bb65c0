import type { Order } from '#main/upstream/types.ts'
import { disputeOrder, noteOrder } from '../../support/orders.ts'

/** The four things a clerk sends, each with an answer that its vendor's document calls a success. */
export const operations: readonly { name: string; success: string; number: string | null; order: (origin: string) => Order }[] = [
  {
    name: 'file a dispute',
    success: '{"id":77,"status":"open"}',
    number: '77',
    order: (origin) => disputeOrder(`${origin}/disputes`),
  },
  {
    name: 'create a note',
    success: '{"status":0,"message":"SaleNote successfully created","saleNoteID":12345}',
    number: '12345',
    order: (origin) => noteOrder(origin, 'create'),
  },
  {
    name: 'update a note',
    success: '{"status":0,"message":"SaleNote successfully updated","saleNoteID":12345}',
    number: '12345',
    order: (origin) => noteOrder(origin, 'update'),
  },
  {
    name: 'delete a note',
    success: '{"status":0,"message":"SaleNote successfully deleted"}',
    number: null,
    order: (origin) => noteOrder(origin, 'delete'),
  },
]
