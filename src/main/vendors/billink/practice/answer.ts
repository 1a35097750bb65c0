import type { IncomingMessage } from 'node:http'
import * as z from 'zod'
import { attachmentFormats } from '#shared/domain/attachment.ts'
import { emailProblem } from '#shared/domain/email-address.ts'
import { BodyProblem, mediaTypeOf } from '../../../practice/body.ts'
import { demonstrate } from '../../../practice/demonstrations.ts'
import { answer, type Reaction } from '../../../practice/reaction.ts'
import { practiceBillinkId, practiceBillinkUsername } from './credentials.ts'
import type { InvoiceDemonstrations } from './demonstrations.ts'
import { disputeAnswer } from './dispute-answer.ts'
import { type DisputeBody, readDisputeBody } from './dispute-body.ts'
import type { DisputeBook, PracticeFile } from './disputes.ts'
import { refuseDispute } from './refusal.ts'

interface Parts {
  book: DisputeBook
  demonstrationOf: InvoiceDemonstrations
  unauthorizedStatus: 400 | 401 | 403
  now(): Date
}

/** The document shows `POST /`; the second path lets an account prove that its full dispute URL is what is used. */
export const disputePaths: readonly string[] = ['/', '/billink/']

const required = (name: string) =>
  z
    .string({ error: ({ input }) => (input === undefined ? `${name} is required` : `${name} must be a string`) })
    .refine((text) => text.trim() !== '', `${name} is required`)

const fileName = z
  .string('fileName must be a string')
  .regex(new RegExp(`\\.(${attachmentFormats.join('|')})$`, 'i'), `fileName must end in one of: ${attachmentFormats.join(', ')}`)
  .regex(/^[^/\\\p{Cc}]*$/u, 'fileName must be a name without a path')

/** The ten body parameters (billink-dispute.txt), eight of them required. The values of `category` and `locale` are not documented. */
const parametersSchema = z.object({
  billinkId: required('billinkId'),
  billinkUsername: required('billinkUsername'),
  category: required('category'),
  customerEmail: required('customerEmail').refine(
    (text) => emailProblem(text.trim()) === null,
    'customerEmail must be an email address',
  ),
  customerName: required('customerName'),
  invoice: required('invoice'),
  locale: required('locale'),
  message: required('message'),
  file: z.string('file must be a string').optional(),
  fileName: fileName.optional(),
})

/**
 * Billink's Dispute API: `POST` with a JSON body, answered by the fifteen attributes.
 *
 * Source: specs/billink-dispute.txt. Errors: 400 with `code`, `message` and `error`, which is all the document knows;
 * besides, HTTP's own 405 for another method and 413 for a file over 100 MiB or other parameters over 1 MB.
 */
export async function answerDispute(request: IncomingMessage, parts: Parts): Promise<Reaction> {
  if (request.method !== 'POST') return refuseDispute(405, undefined, { Allow: 'POST' })
  const body = await readDisputeBody(request)
  // SECURITY: a web page may send JSON to this port as text/plain, but as application/json only with a leave it never gets.
  if (mediaTypeOf(request) !== 'application/json') throw new BodyProblem(400, 'Content-Type must be application/json')
  // Billink's sibling calls spell it so, and an account may too.
  const { billinkID, ...others } = body.parameters
  const parsed = parametersSchema.safeParse(billinkID === undefined ? others : { billinkId: billinkID, ...others })
  const problems = [...(parsed.error?.issues.map((issue) => issue.message) ?? []), ...fileProblems(body)]
  if (!parsed.success || problems.length > 0) return refuseDispute(400, problems.join('; '))

  const { billinkId, billinkUsername, file: _, fileName: name, ...dispute } = parsed.data
  if (billinkId !== practiceBillinkId || billinkUsername !== practiceBillinkUsername) {
    return refuseDispute(parts.unauthorizedStatus, 'billinkId or billinkUsername is not known')
  }
  const file: PracticeFile | null = body.file && name !== undefined ? { fileName: name, ...body.file } : null
  return demonstrate(parts.demonstrationOf(dispute.invoice), refuseDispute, () =>
    answer(200, disputeAnswer(parts.book.add({ ...dispute, file, createdAt: parts.now() }))),
  )
}

/** `file` and `fileName`: both or neither (specs/decisions.md); "Accepteert alleen base64" (documented). */
function fileProblems({ parameters, file }: DisputeBody): string[] {
  const hasFile = Object.hasOwn(parameters, 'file')
  if (hasFile !== Object.hasOwn(parameters, 'fileName')) return ['file and fileName must be given together']
  if (typeof parameters.file !== 'string') return []
  return file ? [] : ['file must be base64: standard alphabet, no data: prefix, no line breaks']
}
