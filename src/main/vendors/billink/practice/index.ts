import type { PracticeVendor } from '../../../practice/vendor.ts'
import { answerDispute, disputePaths } from './answer.ts'
import { practiceBillinkId, practiceBillinkUsername } from './credentials.ts'
import { createInvoiceDemonstrations } from './demonstrations.ts'
import { createDisputeBook, type DisputeBook } from './disputes.ts'
import { refuseDispute } from './refusal.ts'

export interface BillinkPracticeOptions {
  /**
   * The status of a wrong `billinkId` or `billinkUsername`. Billink's document knows 400 as its only error, so this
   * environment answers that; what a 401 or 403 does to the app is shown by the invoices DEMO-401 and DEMO-403.
   */
  unauthorizedStatus?: 400 | 401 | 403
  now?: () => Date
}

/** A picture of one pixel, so that the example dispute has a file and still fits a terminal. */
const examplePng = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Billink in the practice environment. */
export function createBillinkPractice(options: BillinkPracticeOptions = {}): PracticeVendor & { book: DisputeBook } {
  const { unauthorizedStatus = 400, now = () => new Date() } = options
  const book = createDisputeBook()
  const parts = { book, demonstrationOf: createInvoiceDemonstrations(), unauthorizedStatus, now }
  return {
    book,
    base: disputePaths.at(-1) ?? '/',
    serves: (path) => disputePaths.includes(path),
    answer: (request) => answerDispute(request, parts),
    refuse: refuseDispute,
    examples: (url) => [
      {
        title: 'File a dispute',
        method: 'POST',
        url,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          billinkId: practiceBillinkId,
          billinkUsername: practiceBillinkUsername,
          category: 'damaged',
          customerEmail: 'klant@example.com',
          customerName: 'Jan Jansen',
          file: examplePng,
          fileName: 'foto.png',
          invoice: 'F2026-001',
          locale: 'nl',
          message: 'The parcel arrived damaged.',
        }),
      },
    ],
    help: (url) => ({
      title: 'Billink',
      lines: [url, `username  ${practiceBillinkUsername}`, `id        ${practiceBillinkId}`],
      demonstrations: [
        'DEMO-400 DEMO-401 DEMO-403 DEMO-429 DEMO-500 DEMO-503   an invoice answered with that status, not carried out',
        'DEMO-RESET DEMO-SILENT                                  carried out, then cut, or never answered',
        'DEMO-400-ONCE … DEMO-SILENT-ONCE                        the same, the first time only',
      ],
    }),
  }
}
