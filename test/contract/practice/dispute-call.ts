import { practiceBillinkId, practiceBillinkUsername } from '#main/vendors/billink/practice/credentials.ts'
import type { RawRequest } from './raw-request.ts'

/** The eight required parameters of Billink's document. */
export const exampleDispute = {
  billinkId: practiceBillinkId,
  billinkUsername: practiceBillinkUsername,
  category: 'Beschadigd',
  customerEmail: 'klant@example.com',
  customerName: 'Jan Jansen',
  invoice: 'F2026-001',
  locale: 'nl',
  message: 'Het pakket kwam beschadigd aan.',
}

/** A dispute's request; a text is sent as it stands. */
export function disputeCall(parameters: object | string): RawRequest {
  const body = typeof parameters === 'string' ? parameters : JSON.stringify(parameters)
  return { method: 'POST', path: '/billink/', headers: { 'Content-Type': 'application/json' }, body }
}
