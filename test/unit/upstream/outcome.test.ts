import type { Message } from '#shared/domain/message.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDisputeAnswer } from '#main/vendors/billink/requests.ts'
import { parseJson } from '#main/upstream/json.ts'
import { decideOutcome } from '#main/vendors/index.ts'
import type { Cause, Evidence, Outcome } from '#main/upstream/types.ts'
import { factsOf, submissionKindSchema, type SubmissionKind } from '#shared/domain/kinds.ts'

const success: Evidence['vendor'] = { says: 'success', number: '12345' }
const refusal: Evidence['vendor'] = {
  says: 'error',
  head: [{ text: 'Validation failed' }],
  fields: { saleID: [{ text: 'Sale not found.' }] },
}
const unknownKey: Evidence['vendor'] = { says: 'error', head: [{ text: 'Client not found' }], fields: {}, refusesKey: true }
const nothing: Evidence['vendor'] = { says: 'nothing' }

const evidence = (changes: Partial<Evidence>): Evidence => ({
  progress: 'answered',
  cause: null,
  status: 200,
  retryAfterMs: null,
  answer: null,
  vendor: nothing,
  request: { method: 'POST', host: 'api.digiwallet.nl', bodyBytes: 1 },
  ...changes,
})
const notSent = (cause: Cause) => evidence({ progress: 'nothing-sent', cause, status: null })
const broken = (progress: 'connected' | 'request-sent', cause: Cause) => evidence({ progress, cause, status: null })
const answered = (status: number, vendor: Evidence['vendor'] = nothing, rest: Partial<Evidence> = {}) =>
  evidence({ status, vendor, ...rest })

const all = submissionKindSchema.options
/** Those of vendors that can be asked what stands there, and the others. */
const readBack = all.filter((kind) => factsOf(kind).readsBack)
const neverRead = all.filter((kind) => !factsOf(kind).readsBack)
const code = (value: string): Message => ({ id: 'outcome.vendorCode', values: { code: value } })

describe('each row of the table', () => {
  const rows: [row: number, evidence: Evidence, state: Outcome['state'], id: string, kinds?: readonly SubmissionKind[]][] = [
    [1, notSent('offline'), 'queued', 'outcome.offline'],
    [1, notSent('dns'), 'queued', 'outcome.dns'],
    [1, notSent('refused'), 'queued', 'outcome.refused'],
    [1, notSent('connect-timeout'), 'queued', 'outcome.connectTimeout'],
    [1, notSent('proxy'), 'queued', 'outcome.proxy'],
    [1, notSent('proxy-password'), 'queued', 'outcome.proxyPassword'],
    [1, notSent('proxy-password-refused'), 'queued', 'outcome.proxyPasswordRefused'],
    [1, notSent('proxy-scheme'), 'queued', 'outcome.proxyScheme'],
    [1, notSent('certificate'), 'queued', 'outcome.certificate'],
    [1, notSent('not-sendable'), 'queued', 'outcome.notSendable'],
    [1, notSent('file-lost'), 'queued', 'outcome.fileLost'],
    [1, notSent('stopped'), 'queued', 'outcome.stopped'],
    [1, notSent('reset'), 'queued', 'outcome.notSent'],
    [2, answered(200, success), 'sent', 'outcome.disputeFiled', ['dispute.create']],
    [2, answered(200, success), 'sent', 'outcome.digiwallet.200', ['note.create', 'note.update', 'note.delete']],
    [2, answered(201, success), 'sent', 'outcome.digiwallet.201', ['note.create', 'note.update', 'note.delete']],
    [2, answered(202, success), 'sent', 'outcome.digiwallet.202', ['note.create', 'note.update', 'note.delete']],
    [2, answered(204, success), 'sent', 'outcome.noteDone', ['note.create', 'note.update', 'note.delete']],
    [2, answered(299, success), 'sent', 'outcome.disputeFiled', ['dispute.create']],
    [3, answered(300), 'unknown', 'outcome.unknown.redirect'],
    [3, answered(307, success), 'unknown', 'outcome.unknown.redirect'],
    [3, answered(399, refusal), 'unknown', 'outcome.unknown.redirect'],
    [3, answered(408, refusal), 'unknown', 'outcome.unknown.status408'],
    [3, answered(500, success), 'unknown', 'outcome.digiwallet.500', ['note.create', 'note.update', 'note.delete']],
    [3, answered(500, refusal), 'unknown', 'outcome.unknown.server', ['dispute.create']],
    [3, answered(503, refusal), 'unknown', 'outcome.unknown.server'],
    [3, answered(599), 'unknown', 'outcome.unknown.server'],
    [4, answered(429), 'queued', 'outcome.tooMany'],
    [4, answered(429, refusal), 'queued', 'outcome.tooMany'],
    [5, answered(401), 'held', 'outcome.keyRefused'],
    [5, answered(401, refusal), 'held', 'outcome.keyRefused'],
    [5, answered(403, refusal), 'held', 'outcome.forbidden'],
    [5, answered(401, unknownKey), 'held', 'outcome.keyRefused'],
    [5, answered(200, unknownKey), 'held', 'outcome.credentialsUnknown'],
    [5, answered(400, unknownKey), 'held', 'outcome.credentialsUnknown'],
    [5, answered(404, unknownKey), 'held', 'outcome.credentialsUnknown'],
    [3, answered(500, unknownKey), 'unknown', 'outcome.unknown.server', ['dispute.create']],
    [4, answered(429, unknownKey), 'queued', 'outcome.tooMany'],
    [6, answered(422, unknownKey), 'rejected', 'outcome.rejected', neverRead],
    [6, answered(422, refusal), 'rejected', 'outcome.mollie.422', readBack],
    [6, answered(200, refusal), 'rejected', 'outcome.refusedInput'],
    [6, answered(400, refusal), 'rejected', 'outcome.digiwallet.400', ['note.create', 'note.update', 'note.delete']],
    [6, answered(400, refusal), 'rejected', 'outcome.billink.400', ['dispute.create']],
    [6, answered(404), 'rejected', 'outcome.digiwallet.404', ['note.create', 'note.update', 'note.delete']],
    [6, answered(404), 'rejected', 'outcome.rejected', ['dispute.create']],
    [6, answered(405, success), 'rejected', 'outcome.digiwallet.405', ['note.create', 'note.update', 'note.delete']],
    [6, answered(413), 'rejected', 'outcome.rejected', neverRead],
    [6, answered(499), 'rejected', 'outcome.rejected', neverRead],
    [6, evidence({ status: 422, progress: 'answer-begun', cause: 'reset' }), 'rejected', 'outcome.rejected', neverRead],
    // Where it can be read what became of it, a refusal that says nothing is no refusal.
    [7, answered(413), 'unknown', 'outcome.unknown.noSuccess', readBack],
    [7, evidence({ status: 422, progress: 'answer-begun', cause: 'reset' }), 'unknown', 'outcome.unknown.reset', readBack],
    [7, broken('connected', 'timeout'), 'unknown', 'outcome.unknown.timeout'],
    [7, broken('request-sent', 'timeout'), 'unknown', 'outcome.unknown.timeout'],
    [7, broken('connected', 'reset'), 'unknown', 'outcome.unknown.reset'],
    [7, broken('request-sent', 'reset'), 'unknown', 'outcome.unknown.reset'],
    [7, broken('request-sent', 'stopped'), 'unknown', 'outcome.unknown.stopped'],
    [7, broken('connected', 'file-lost'), 'unknown', 'outcome.unknown.fileLost'],
    [7, broken('request-sent', 'answer-unreadable'), 'unknown', 'outcome.unknown.unreadable'],
    [7, evidence({ progress: 'answer-begun', cause: 'answer-too-large' }), 'unknown', 'outcome.unknown.tooLarge'],
    [7, evidence({ progress: 'answer-begun', cause: 'reset' }), 'unknown', 'outcome.unknown.reset'],
    [7, evidence({ cause: 'answer-unreadable' }), 'unknown', 'outcome.unknown.unreadable'],
    [7, answered(200), 'unknown', 'outcome.unknown.noSuccess'],
    [7, answered(204), 'unknown', 'outcome.unknown.noSuccess'],
    [7, answered(999, success), 'unknown', 'outcome.unknown.noSuccess'],
  ]
  test.each(rows)('row %i: %j is %s, because of %s', (_, given, state, id, kinds = all) => {
    for (const kind of kinds) expect(decideOutcome(given, kind)).toMatchObject({ state, reason: { id } })
  })
})

describe('what Billink answers, read and decided', () => {
  test.each<[status: number, text: string, state: Outcome['state'], head: Outcome['head']]>([
    [200, '{"id":881}', 'sent', []],
    [200, '{"id":"881"}', 'sent', []],
    [200, '{"id":"881x"}', 'unknown', []],
    [200, '{"error":{"code":101,"description":"Client not found"}}', 'held', [{ text: 'Client not found' }, code('101')]],
    [200, '{"error":{"code":102,"description":"Unknown user"}}', 'held', [{ text: 'Unknown user' }, code('102')]],
    [400, '{"message":"Client not found"}', 'held', [{ text: 'Client not found' }]],
    [404, '{"error":"Client not found"}', 'held', [{ text: 'Client not found' }]],
    [200, '{"error":{"code":103,"description":"Too many"}}', 'rejected', [{ text: 'Too many' }, code('103')]],
    [400, '{"code":704,"description":"Unknown invoice number"}', 'rejected', [{ text: 'Unknown invoice number' }, code('704')]],
    [404, '{"message":"Customer not found"}', 'rejected', [{ text: 'Customer not found' }]],
    [500, '{"error":{"code":101,"description":"Client not found"}}', 'unknown', [{ text: 'Client not found' }, code('101')]],
  ])('%i %s is %s', (status, text, state, head) => {
    const vendor = readDisputeAnswer(parseJson(text), status)
    expect(decideOutcome(answered(status, vendor), 'dispute.create')).toMatchObject({
      state,
      number: state === 'sent' ? '881' : null,
      head,
      fields: {},
    })
  })
})

describe('the first row that matches wins', () => {
  test('a success in a body does not outweigh a status that is none, nor does an error outweigh a success', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 599 }),
        fc.constantFrom(success, refusal, nothing),
        fc.constantFrom(...all),
        (status, vendor, kind) => {
          const { state } = decideOutcome(answered(status, vendor), kind)
          const expected =
            status < 300
              ? vendor.says === 'success'
                ? 'sent'
                : vendor.says === 'error'
                  ? 'rejected'
                  : 'unknown'
              : status < 400 || status === 408 || status >= 500
                ? 'unknown'
                : status === 429
                  ? 'queued'
                  : status === 401 || status === 403
                    ? 'held'
                    : vendor.says === 'nothing' && readBack.includes(kind)
                      ? 'unknown'
                      : 'rejected'
          expect(state).toBe(expected)
        },
      ),
      { numRuns: 5_000 },
    )
  })

  test('nothing is ever sent, refused or held on less than an answer’s status; nothing is queued again once a byte left, but for a 429', () => {
    const causes: (Cause | null)[] = [
      null,
      'offline',
      'dns',
      'refused',
      'connect-timeout',
      'proxy',
      'proxy-password',
      'proxy-password-refused',
      'proxy-scheme',
      'certificate',
      'not-sendable',
      'file-lost',
      'stopped',
      'timeout',
      'reset',
      'answer-too-large',
      'answer-unreadable',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom('nothing-sent', 'connected', 'request-sent', 'answer-begun', 'answered'),
        fc.constantFrom(...causes),
        fc.option(fc.integer({ min: 100, max: 999 })),
        fc.constantFrom(success, refusal, nothing),
        fc.constantFrom(...all),
        (progress, cause, status, vendor, kind) => {
          const hasAnswer = progress === 'answer-begun' || progress === 'answered'
          const known = hasAnswer ? (status ?? 200) : null
          const outcome = decideOutcome(evidence({ progress, cause, status: known, vendor: hasAnswer ? vendor : nothing }), kind)
          const allowed: Outcome['state'][] =
            progress === 'nothing-sent' ? ['queued'] : hasAnswer ? ['sent', 'rejected', 'held', 'unknown'] : ['unknown']
          expect(known === 429 ? ['queued'] : allowed).toContain(outcome.state)
          expect(outcome.asks && progress !== 'nothing-sent').toBe(false)
          expect(outcome.number !== null && outcome.state !== 'sent').toBe(false)
        },
      ),
      { numRuns: 5_000 },
    )
  })
})

describe('what goes with a state', () => {
  test('sent brings the vendor’s number', () => {
    expect(decideOutcome(answered(201, success), 'note.create')).toMatchObject({
      number: '12345',
      head: [],
      fields: {},
      asks: false,
    })
  })

  test('rejected brings the vendor’s sentences, those at fields only there', () => {
    expect(decideOutcome(answered(400, refusal), 'note.create')).toMatchObject({
      number: null,
      head: [{ text: 'Validation failed' }],
      fields: { saleID: [{ text: 'Sale not found.' }] },
    })
  })

  test('a delete is told apart that found nothing to delete', () => {
    const gone = all.filter((kind) => decideOutcome(answered(400, refusal), kind).isGone)
    expect(gone).toEqual(['note.delete'])
    const other = { ...refusal, fields: { text: [{ text: 'Sale not found.' }] } }
    expect(decideOutcome(answered(400, other), 'note.delete').isGone).toBeUndefined()
  })

  test('whatever else the vendor says is shown at the head, and no field is blamed', () => {
    for (const status of [401, 429, 503]) {
      expect(decideOutcome(answered(status, refusal), 'note.create')).toMatchObject({
        head: [{ text: 'Validation failed' }],
        fields: {},
      })
    }
  })

  test('only what needs a person asks', () => {
    const asking = (['certificate', 'not-sendable', 'file-lost', 'dns', 'refused', 'stopped', 'proxy', 'reset'] as const).filter(
      (cause) => decideOutcome(notSent(cause), 'dispute.create').asks,
    )
    expect(asking).toEqual(['certificate', 'not-sendable', 'file-lost'])
  })

  test('Retry-After counts for a 429 and for a server in trouble, and for nothing else', () => {
    const waits = [200, 400, 401, 429, 500, 503].filter(
      (status) => decideOutcome(answered(status, nothing, { retryAfterMs: 5_000 }), 'note.update').retryAfterMs === 5_000,
    )
    expect(waits).toEqual([429, 500, 503])
  })

  test('an unknown outcome says how far it got', () => {
    const step = (given: Evidence) => decideOutcome(given, 'note.create').reason
    expect(step(broken('connected', 'reset'))).toMatchObject({ values: { step: 'sending', vendor: 'DigiWallet' } })
    expect(step(broken('request-sent', 'reset'))).toMatchObject({ values: { step: 'sent' } })
    expect(step(evidence({ progress: 'answer-begun', cause: 'reset' }))).toMatchObject({ values: { step: 'answering' } })
  })
})
