import type { IncomingMessage } from 'node:http'
import { BodyProblem, boundedBytes, mediaTypeOf, parseJsonObject, readBody } from '../../../practice/body.ts'
import type { Reaction } from '../../../practice/reaction.ts'
import { practiceApiKey } from './credentials.ts'
import type { NoteFieldName, NoteFields } from './note-fields.ts'
import { refuseNote } from './refusal.ts'
import { createNote, deleteNote, updateNote, type NoteParts } from './sale-notes.ts'

/** A note's text is far smaller; the limit is there to be one. */
const maxBodyBytes = 1024 * 1024

/**
 * The methods of a path, by the number of segments behind `/sale-note`. The document's DELETE section speaks of "query
 * string parameters", but shows them in the path, as the others are; so they are read from the path alone.
 */
const methodsBySegments: Partial<Record<number, readonly string[]>> = {
  0: ['POST'],
  3: ['DELETE'],
  4: ['PATCH', 'DELETE'],
  5: ['PATCH'],
}

const fieldsOfUpdate = ['outletID', 'saleID', 'paymentMethodCode', 'text', 'test'] as const
const fieldsOfDelete = ['outletID', 'saleID', 'paymentMethodCode', 'test'] as const

/**
 * DigiWallet's Sale Note API: create, update and delete a note of a sale.
 *
 * Source: specs/digiwallet-sale-note.txt. Errors: 401 without the right key, 404 for another path, 405 (with `Allow`) for
 * another method, 400 with `errors` for wrong parameters, 413 for a body over 1 MB (HTTP's own, not in the document).
 */
export async function answerNote(request: IncomingMessage, path: string, parts: NoteParts): Promise<Reaction> {
  const [, root, ...segments] = path.split('/')
  const methods = root === 'sale-note' ? methodsBySegments[segments.length] : undefined
  const { method = '' } = request
  if (!methods) return refuseNote(404)
  if (!methods.includes(method)) return refuseNote(405, undefined, { Allow: methods.join(', ') })
  if (!isAuthorized(request)) return refuseNote(401, undefined, { 'WWW-Authenticate': 'Bearer' })
  if (method === 'POST') return createNote(await fieldsFromBody(request), parts)
  if (method === 'PATCH') return updateNote(fieldsFromPath(fieldsOfUpdate, segments), parts)
  return deleteNote(fieldsFromPath(fieldsOfDelete, segments), parts)
}

/** The scheme's case is free (RFC 9110); the key's is not. */
function isAuthorized(request: IncomingMessage): boolean {
  const [, key] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? []
  return key === practiceApiKey
}

/** The document does not say how a create's parameters travel: form posts are usual with this vendor, JSON is taken too. */
async function fieldsFromBody(request: IncomingMessage): Promise<NoteFields> {
  const bytes = boundedBytes(maxBodyBytes)
  await readBody(request, bytes.take)
  const type = mediaTypeOf(request)
  if (type === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(bytes.text()))
  if (type === 'application/json') return parseJsonObject(bytes.text())
  throw new BodyProblem(400, 'Content-Type must be application/x-www-form-urlencoded or application/json.')
}

/** The path was split before it is decoded, and each segment is decoded once: an encoded slash stays in the text. */
function fieldsFromPath(names: readonly NoteFieldName[], segments: readonly string[]): NoteFields {
  return Object.fromEntries(names.map((name, index) => [name, decodeSegment(segments[index] ?? '')]))
}

/** `false` is no parameter's value, so a segment that is not UTF-8 is reported as invalid at its field. */
function decodeSegment(segment: string): string | false {
  try {
    return decodeURIComponent(segment)
  } catch {
    return false
  }
}
