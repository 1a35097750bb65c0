import { describe, expect, test } from 'vitest'
import { disputeAnswerAttributes } from '#shared/vendors/billink/dispute.ts'
import { answerSummary } from '../../../../../src/renderer/vendors/billink/answer-summary.ts'
import { readDisputeAnswer } from '../../../../../src/renderer/vendors/billink/dispute-answer.ts'

describe('readDisputeAnswer', () => {
  const answer = JSON.stringify({
    unheardOf: { deep: [true] },
    id: 8812,
    category: 'Niet geleverd',
    createdAt: { date: '2026-11-22 03:00:00', timezone: 'Europe/Amsterdam' },
    resolved: false,
    resolvedAt: null,
    steps: [],
  })

  test("lists the fifteen attributes in the document's order, the missing ones as missing", () => {
    const read = readDisputeAnswer(answer)
    expect(read?.documented.map(({ name }) => name)).toEqual([...disputeAnswerAttributes])
    const valueOf = (name: string) => read?.documented.find((attribute) => attribute.name === name)?.value
    expect(valueOf('id')).toBe('8812')
    expect(valueOf('category')).toBe('Niet geleverd')
    expect(valueOf('resolved')).toBe('false')
    expect(valueOf('resolvedAt')).toBe('null')
    expect(valueOf('steps')).toBe('[]')
    expect(valueOf('createdAt')).toContain('"timezone": "Europe/Amsterdam"')
    expect(valueOf('owner')).toBeNull()
  })

  test('keeps what the document does not name, raw', () => {
    expect(readDisputeAnswer(answer)?.other).toEqual([
      { name: 'unheardOf', value: '{\n  "deep": [\n    true\n  ]\n}', nested: true },
    ])
  })

  test('keeps an id beyond what a JavaScript number holds', () => {
    const id = readDisputeAnswer('{"id": 9007199254740993}')?.documented.find(({ name }) => name === 'id')
    expect(id?.value).toBe('9007199254740993')
  })

  test('reads no attribute from a prototype', () => {
    const read = readDisputeAnswer('{"__proto__": {"owner": "someone"}, "id": 1}')
    expect(read?.documented.find(({ name }) => name === 'owner')?.value).toBeNull()
    expect(read?.other.map(({ name }) => name)).toEqual(['__proto__'])
  })

  test.each(['', 'garbage', '[]', '"text"', '12', 'null'])('finds no attributes in %j', (text) => {
    expect(readDisputeAnswer(text)).toBeNull()
  })
})

test.for([
  [
    '{"id":90071992547409931,"status":"open","currentStep":{"id":1,"name":"Ingediend"},"freshDeskTicket":{"id":50001}}',
    ['90071992547409931', 'open', 'Ingediend', '50001'],
  ],
  ['{"id":"D-7","status":{"name":"dicht"},"currentStep":"Klaar","freshDeskTicket":null}', ['D-7', 'dicht', 'Klaar', null]],
  ['{"id":[1],"status":" ","currentStep":{"other":true}}', [null, null, null, null]],
] as const)('in words, of %s', ([text, [number, status, step, ticket]]) => {
  expect(answerSummary(text)).toEqual({ number, status, step, ticket })
})

test('an answer that is no object has none', () => {
  expect([answerSummary('[]'), answerSummary('Bad Gateway')]).toEqual([null, null])
})
