import type { MessageId } from '#shared/languages/index.ts'
import type { Message } from '#shared/domain/message.ts'
import { factsOf, type SubmissionKind } from '#shared/domain/kinds.ts'
import { outcomeOfReading } from './reading-outcome.ts'
import { refusedReason, serverReason, type VendorReasons } from './status-reasons.ts'
import type { Cause, Evidence, Outcome } from './types.ts'

/** What a row has to go on. */
interface Case {
  evidence: Evidence
  kind: SubmissionKind
  reasons: VendorReasons
}

/** One row of the table: the first whose evidence matches decides. */
interface Row {
  name: string
  matches(evidence: Evidence, kind: SubmissionKind): boolean
  outcome(given: Case): Pick<Outcome, 'state' | 'reason'> & Partial<Outcome>
}

const within = (status: number | null, from: number, to: number): status is number =>
  status !== null && status >= from && status <= to

/** Nothing was sent, yet trying again by itself would end the same: a person is asked. */
const asking: ReadonlySet<Cause | null> = new Set(['certificate', 'not-sendable', 'file-lost'])

const notSentReasons: Readonly<Record<Cause, MessageId>> = {
  offline: 'outcome.offline',
  dns: 'outcome.dns',
  refused: 'outcome.refused',
  'connect-timeout': 'outcome.connectTimeout',
  proxy: 'outcome.proxy',
  'proxy-password': 'outcome.proxyPassword',
  'proxy-password-refused': 'outcome.proxyPasswordRefused',
  'proxy-scheme': 'outcome.proxyScheme',
  certificate: 'outcome.certificate',
  'not-sendable': 'outcome.notSendable',
  'file-lost': 'outcome.fileLost',
  stopped: 'outcome.stopped',
  timeout: 'outcome.connectTimeout',
  reset: 'outcome.notSent',
  'answer-too-large': 'outcome.notSent',
  'answer-unreadable': 'outcome.notSent',
}

/** How far it got, for a sentence: `sending`, `sent` (no answer yet) or `answering`. */
const step = ({ progress }: Evidence) =>
  progress === 'connected' ? 'sending' : progress === 'request-sent' ? 'sent' : 'answering'

/** Says what is known of an outcome that is not. */
function unknownReason({ evidence, reasons: { name: vendor } }: Case): Message {
  const values = { vendor, step: step(evidence) }
  switch (evidence.cause) {
    case 'timeout':
    case 'connect-timeout':
      return { id: 'outcome.unknown.timeout', values }
    case 'stopped':
      return { id: 'outcome.unknown.stopped', values }
    case 'file-lost':
      return { id: 'outcome.unknown.fileLost', values }
    case 'answer-too-large':
      return { id: 'outcome.unknown.tooLarge', values }
    case 'answer-unreadable':
      return { id: 'outcome.unknown.unreadable', values }
    case null:
      return { id: 'outcome.unknown.noSuccess', values: { vendor, status: evidence.status ?? 0 } }
    case 'offline':
    case 'dns':
    case 'refused':
    case 'proxy':
    case 'proxy-password':
    case 'proxy-password-refused':
    case 'proxy-scheme':
    case 'certificate':
    case 'not-sendable':
    case 'reset':
      return { id: 'outcome.unknown.reset', values }
  }
}

/** The statuses at which an answer's own words may say that the key is refused. */
const saysSoToo: ReadonlySet<number | null> = new Set([200, 400, 404])

const heldReason = (status: number | null) =>
  status === 401 ? 'outcome.keyRefused' : status === 403 ? 'outcome.forbidden' : 'outcome.credentialsUnknown'

/** The last row: nothing that is known decides. */
const everythingElse: Row = {
  name: 'everything else',
  matches: () => true,
  outcome: (given) => ({ state: 'unknown', reason: unknownReason(given) }),
}

/** specs/decisions.md, "Send states", in its order. */
const rows: readonly Row[] = [
  {
    name: 'no request byte was written',
    matches: ({ progress }) => progress === 'nothing-sent',
    outcome: ({ evidence: { cause }, reasons: { name: vendor } }) => ({
      state: 'queued',
      reason: { id: cause ? notSentReasons[cause] : 'outcome.notSent', values: { vendor } },
      asks: asking.has(cause),
    }),
  },
  {
    name: '2xx with the success fields, whatever stands beside them',
    matches: ({ status, vendor }) => within(status, 200, 299) && vendor.says === 'success',
    outcome: ({ evidence, kind, reasons }) => ({
      state: 'sent',
      reason: reasons.accepted(kind, evidence.status),
      number: evidence.vendor.says === 'success' ? evidence.vendor.number : null,
    }),
  },
  {
    name: '3xx, 408, 5xx, whatever the body says',
    matches: ({ status }) => within(status, 300, 399) || status === 408 || within(status, 500, 599),
    outcome: ({ evidence, reasons }) => ({
      state: 'unknown',
      reason: serverReason(reasons, evidence.status ?? 0),
      retryAfterMs: evidence.retryAfterMs,
    }),
  },
  {
    name: '429',
    matches: ({ status }) => status === 429,
    outcome: ({ evidence, reasons: { name: vendor } }) => ({
      state: 'queued',
      reason: { id: 'outcome.tooMany', values: { vendor } },
      retryAfterMs: evidence.retryAfterMs,
    }),
  },
  {
    name: '401, 403, or a 200, 400 or 404 that says that the key is not known',
    matches: ({ status, vendor }) =>
      status === 401 || status === 403 || (saysSoToo.has(status) && vendor.says === 'error' && vendor.refusesKey === true),
    outcome: ({ evidence, reasons: { name: vendor } }) => ({
      state: 'held',
      reason: { id: heldReason(evidence.status), values: { vendor } },
    }),
  },
  {
    name: 'a 4xx without an error shape, where a reading will tell',
    matches: ({ status, vendor }, kind) => factsOf(kind).readsBack && within(status, 400, 499) && vendor.says === 'nothing',
    outcome: everythingElse.outcome,
  },
  {
    name: 'an error shape in a 2xx or 4xx, or any other 4xx',
    matches: ({ status, vendor }) => within(status, 400, 499) || (within(status, 200, 299) && vendor.says === 'error'),
    outcome: ({ evidence, reasons }) => ({
      state: 'rejected',
      reason: refusedReason(reasons, evidence.status ?? 0),
      fields: evidence.vendor.says === 'error' ? evidence.vendor.fields : {},
    }),
  },
]

/** Turns evidence into a state, and a reason in words: the one place where that is decided. */
export function outcomeOf(evidence: Evidence, kind: SubmissionKind, reasons: VendorReasons): Outcome {
  const head = evidence.vendor.says === 'error' ? evidence.vendor.head : []
  const none = { retryAfterMs: null, asks: false, number: null, head, fields: {} }
  const read = evidence.readingOnly ? outcomeOfReading(evidence, reasons) : null
  if (read) return { ...none, ...read }
  const row = rows.find(({ matches }) => matches(evidence, kind)) ?? everythingElse
  return { ...none, ...row.outcome({ evidence, kind, reasons }) }
}
