import { STATUS_CODES } from 'node:http'

/** What the server does with a request that it has read: vendors answer with one JSON object or, in a demonstration, worse. */
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

/** HTTP's name of a status, for a refusal that says no more. */
export const statusWords = (status: number): string => STATUS_CODES[status] ?? 'Bad Request'
