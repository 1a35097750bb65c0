import type { Limits } from '#main/upstream/limits.ts'
import { answering, hostile, rawAnswer } from '#test/support/hostile-server.ts'
import type { Behaviour } from '#test/support/raw-recorder.ts'
import type { Operation } from './operations.ts'

/** How an item stands once its try is over (specs/decisions.md, "Send states"). `asks`: it waits for a person. */
export type Standing = 'queued' | 'asks' | 'sent' | 'rejected' | 'held' | 'unknown'

/** What is wrong at the other end, and before it. */
export type Stage =
  | { kind: 'nobody listens' }
  | { kind: 'no such name' }
  | { kind: 'certificate'; of: 'another name' | 'the past' | 'the future' | 'an unknown authority' }
  | { kind: 'server'; secure?: true; behaviour: (operation: Operation, elsewhere: string) => Behaviour }

export interface Fault {
  name: string
  stage: Stage
  /** Written from the document's table, with the number of the row that decides. */
  expected: Standing
  row: 1 | 2 | 3 | 4 | 5 | 6 | 7
  /** Time has to run out here; everywhere else a busy machine has all the time it needs. */
  limits?: Partial<Limits>
  /** The number that a success must be kept under, digit for digit. */
  number?: string
}

const soon: Partial<Limits> = { headersMs: 500, idleMs: 450, totalMs: 1_000, minBytesPerSecond: 1e9 }

const server = (behaviour: (operation: Operation, elsewhere: string) => Behaviour): Stage => ({ kind: 'server', behaviour })
const known = (name: keyof typeof hostile): Stage => server(({ success }) => hostile[name](success))
const answer = (status: number | string, body?: string, headers: Record<string, string | null> = {}): Stage =>
  server(({ success }) => answering(rawAnswer(status, body ?? success, headers)))

const row =
  (number: Fault['row'], expected: Standing) =>
  (name: string, stage: Stage, more: Partial<Fault> = {}): Fault => ({
    name,
    stage,
    expected,
    row: number,
    ...more,
  })
const notSent = row(1, 'queued')
const certificate = (name: string, stage: Stage) => row(1, 'asks')(name, stage)
const success = row(2, 'sent')
const serverTrouble = row(3, 'unknown')
const refused = row(6, 'rejected')
const inDoubt = row(7, 'unknown')
const tooLate = (name: string, stage: Stage) => inDoubt(name, stage, { limits: soon })

const before: Fault[] = [
  notSent('connection refused', { kind: 'nobody listens' }),
  notSent('a name that nobody knows', { kind: 'no such name' }),
  notSent(
    'a TLS handshake that never ends',
    { kind: 'server', secure: true, behaviour: () => ({}) },
    { limits: { connectMs: 500 } },
  ),
  notSent('a reset in the TLS handshake', {
    kind: 'server',
    secure: true,
    behaviour: () => ({ onConnect: (socket) => void socket.once('data', () => socket.resetAndDestroy()) }),
  }),
  certificate('a certificate for another name', { kind: 'certificate', of: 'another name' }),
  certificate('an expired certificate', { kind: 'certificate', of: 'the past' }),
  certificate('a certificate that is not valid yet', { kind: 'certificate', of: 'the future' }),
  certificate('a certificate that nobody trusted signed', { kind: 'certificate', of: 'an unknown authority' }),
]

const underWay: Fault[] = [
  inDoubt('closed before the request', known('closes before the request')),
  inDoubt('reset after the head', known('resets after the head')),
  inDoubt(
    'reset within the request’s body',
    server(() => ({
      onHead: (socket) => void socket.once('data', () => socket.resetAndDestroy()),
      onRequest: (socket) => void socket.resetAndDestroy(),
    })),
  ),
  inDoubt('reset after the request', known('resets after the request')),
  inDoubt('closed after the request', known('closes after the request')),
  inDoubt('half-closed, never answered', known('half-closes and never answers')),
  inDoubt('reset within the answer’s head', known('resets within the answer’s head')),
  inDoubt('reset after the answer’s head', known('resets after the answer’s head')),
  inDoubt('reset within the answer’s body', known('resets within the answer’s body')),
  inDoubt('closed within the answer’s body', known('closes within the answer’s body')),
  tooLate('a server that never reads', known('never reads')),
  tooLate('a server that never answers', known('never answers')),
  tooLate('an answer that stalls', known('stalls within the answer’s body')),
  tooLate('an answer’s head that drips', known('drips the head')),
  tooLate('an answer’s body that drips', known('drips the body')),
]

const framing: Fault[] = [
  inDoubt('an answer longer than announced', known('announces less than comes')),
  inDoubt('an answer shorter than announced', known('announces more than comes')),
  inDoubt('two lengths', known('announces two lengths')),
  inDoubt('broken chunks', known('breaks its chunks')),
  inDoubt('another protocol', known('speaks another protocol')),
  inDoubt('a head without end', known('sends an endless head')),
  inDoubt('100 Continue, unasked', known('says continue unasked')),
  inDoubt('101 Switching Protocols, unasked', known('upgrades unasked')),
  success(
    '102 and 103 before a success',
    server((operation) =>
      answering(
        Buffer.concat([
          Buffer.from('HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n'),
          rawAnswer(200, operation.success),
        ]),
      ),
    ),
  ),
  success(
    'a success before the request is complete',
    server((operation) => ({ onHead: (socket) => void socket.write(rawAnswer(200, operation.success)) })),
  ),
  refused(
    '413 before the request is complete',
    server(() => ({ onHead: (socket) => void socket.end(rawAnswer(413, '{}')) })),
  ),
]

const redirect = (status: number): Fault =>
  serverTrouble(
    `${status} to another host`,
    server((operation, elsewhere) => answering(rawAnswer(status, operation.success, { Location: `${elsewhere}/taken` }))),
  )

const statuses: Fault[] = [
  ...[200, 201, 202].map((status) => success(`${status} and a success`, answer(status))),
  ...[301, 302, 303, 307, 308].map(redirect),
  ...[408, 500, 502, 503, 504].map((status) => serverTrouble(`${status} beside a success`, answer(status))),
  row(4, 'queued')('429 beside a success', answer(429, undefined, { 'Retry-After': '120' })),
  ...[401, 403].map((status) => row(5, 'held')(`${status} beside a success`, answer(status))),
  ...[400, 404, 405, 409, 413].map((status) => refused(`${status} beside a success`, answer(status))),
  refused(
    'an error in a 200',
    server(({ name }) =>
      answering(
        rawAnswer(
          200,
          name === 'dispute'
            ? '{"code":400,"message":"Validation failed"}'
            : '{"status":1,"message":"Validation failed","errors":{"text":["Too long"]}}',
        ),
      ),
    ),
  ),
]

const html = '<!doctype html><title>Inloggen</title>'
const huge = '123456789012345678901234567890'

const content: Fault[] = [
  inDoubt('200 and an HTML page', answer(200, html, { 'Content-Type': 'text/html' })),
  serverTrouble('502 and an HTML page', answer(502, html, { 'Content-Type': 'text/html' })),
  refused('404 and an HTML page', answer(404, html, { 'Content-Type': 'text/html' })),
  inDoubt('200 and nothing', known('is empty')),
  inDoubt('204', known('has no content')),
  inDoubt('half of a JSON text', known('is garbage')),
  inDoubt('a success and then garbage', known('is followed by garbage')),
  inDoubt('a compressed success, unasked', known('is compressed')),
  inDoubt('a gzip bomb', known('is a gzip bomb')),
  inDoubt('invalid UTF-8', known('is not UTF-8')),
  inDoubt('success within __proto__', known('hides success in a prototype')),
  inDoubt('lists without end', known('nests without end')),
  inDoubt('a list of one success', known('is a list')),
  inDoubt('“all went well” in other words', known('says that all went well')),
  inDoubt('a gigabyte, announced', known('announces a gigabyte')),
  inDoubt('a gigabyte, unannounced', known('sends a gigabyte')),
  success(
    'a number of thirty digits',
    server(({ success: body }) => answering(rawAnswer(200, body.replace(/77|12345/, huge)))),
    { number: huge },
  ),
]

/** Everything that goes wrong between the desk and a vendor, in the order of a request. */
export const faults: readonly Fault[] = [...before, ...underWay, ...framing, ...statuses, ...content]
