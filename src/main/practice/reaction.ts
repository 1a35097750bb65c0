import { STATUS_CODES } from 'node:http'

/** What the server does with a request that it has read: both vendors answer with one JSON object or, in a demonstration, worse. */
export type Reaction =
  | { kind: 'answer'; status: number; body: object; headers?: Record<string, string> }
  /** The connection is reset: the client cannot know whether the request was carried out. */
  | { kind: 'cut' }
  /** Nothing is ever answered and the connection stays open until the client gives up. */
  | { kind: 'silence' }

/** An answer in one line, so that handlers read as the documents do. */
export function answer(status: number, body: object, headers?: Record<string, string>): Reaction {
  return { kind: 'answer', status, body, ...(headers ? { headers } : {}) }
}

/** A refusal in a vendor's own shape; without a message, HTTP's name of the status. */
export type Refuse = (status: number, message?: string, headers?: Record<string, string>) => Reaction

/** DigiWallet: every refusal without `errors` has the two documented elements, `status` 1 and a `message`. */
export const refuseDigiwallet: Refuse = (status, message = reasonOf(status), headers) =>
  answer(status, { status: 1, message }, headers)

/** Billink: `code`, `message` and `error`, all three documented; what the number means is not, so it repeats the status. */
export const refuseBillink: Refuse = (status, message = reasonOf(status), headers) =>
  answer(status, { code: status, message, error: reasonOf(status) }, headers)

function reasonOf(status: number): string {
  return STATUS_CODES[status] ?? 'Bad Request'
}
