import { describe, expect, test } from 'vitest'
import { parseJson, type JsonValue } from '#main/upstream/json.ts'
import { changeOf, settlementOf, type WantedNote } from '#main/vendors/mollie/change.ts'
import { metadataJson } from '#main/vendors/mollie/metadata.ts'

const at = '2026-11-27T14:32:00.000Z'
const read = (text: string): JsonValue => parseJson(text, 'whole') ?? null
const wanted = (given: Partial<WantedNote> = {}): WantedNote => ({
  action: 'create',
  text: 'Klant belde',
  at,
  shown: null,
  keepValue: false,
  ...given,
})
const earlier = { text: 'Oud', at: '2026-11-01T08:00:00.000Z' }
const withEarlier = read(`{"order":"17","note":"Oud","noteAt":"${earlier.at}"}`)

describe('what is written, given what was read just now', () => {
  test('a first note goes beside what is there', () => {
    const change = changeOf(read('{"order":"17"}'), wanted())
    expect(change.do === 'patch' && metadataJson(change.metadata)).toBe(`{"order":"17","note":"Klant belde","noteAt":"${at}"}`)
  })
  test('a note that appeared since the look is not replaced without a word', () => {
    expect(changeOf(withEarlier, wanted())).toMatchObject({ do: 'halt', because: 'noteThere', asks: true, found: earlier })
    expect(changeOf(withEarlier, wanted({ action: 'update', shown: { text: 'Anders', at: null } }))).toMatchObject({
      do: 'halt',
      because: 'noteChanged',
      asks: true,
      found: earlier,
    })
    expect(changeOf(withEarlier, wanted({ action: 'delete', text: '', shown: { ...earlier, at: null } }))).toMatchObject({
      do: 'halt',
      because: 'noteChanged',
    })
  })
  test('the note that was shown is replaced, or taken away with its time and nothing else', () => {
    const update = changeOf(withEarlier, wanted({ action: 'update', shown: earlier }))
    expect(update.do === 'patch' && metadataJson(update.metadata)).toBe(`{"order":"17","note":"Klant belde","noteAt":"${at}"}`)
    const removal = changeOf(withEarlier, wanted({ action: 'delete', text: '', shown: earlier }))
    expect(removal.do === 'patch' && metadataJson(removal.metadata)).toBe('{"order":"17"}')
  })
  test('what stands there as wanted is not written again', () => {
    const there = read(`{"note":"Klant belde","noteAt":"${at}","later":"van een ander"}`)
    expect(changeOf(there, wanted())).toEqual({ do: 'nothing' })
    expect(changeOf(read('{"order":"17"}'), wanted({ action: 'delete', text: '', shown: earlier }))).toEqual({ do: 'nothing' })
    expect(changeOf(null, wanted({ action: 'delete', text: '', shown: earlier }))).toEqual({ do: 'nothing' })
  })
  test('metadata that is no object is kept only by agreement', () => {
    expect(changeOf(read('"order 17"'), wanted())).toMatchObject({ do: 'halt', because: 'otherMetadata', asks: true })
    const agreed = changeOf(read('"order 17"'), wanted({ keepValue: true }))
    expect(agreed.do === 'patch' && metadataJson(agreed.metadata)).toBe(
      `{"value":"order 17","note":"Klant belde","noteAt":"${at}"}`,
    )
  })
  test('a `note` of another program is never destroyed', () => {
    for (const action of ['create', 'update', 'delete'] as const)
      expect(changeOf(read('{"note":{"id":1}}'), wanted({ action }))).toMatchObject({ because: 'foreignNote', asks: false })
  })
  test('1,024 bytes fit, one more does not', () => {
    const text = (length: number) => 'x'.repeat(length)
    const frame = metadataJson({ note: '', noteAt: at }).length
    expect(changeOf(null, wanted({ text: text(1024 - frame) })).do).toBe('patch')
    expect(changeOf(null, wanted({ text: text(1025 - frame) }))).toMatchObject({ because: 'tooLarge', bytes: 1025 })
    expect(changeOf(null, wanted({ text: '€'.repeat(Math.ceil((1025 - frame) / 3)) }))).toMatchObject({ because: 'tooLarge' })
  })
})

describe('an unknown outcome is settled by what is read', () => {
  const before = read('{"order":12345678901234567890}')
  test.each<[string, JsonValue, WantedNote, string]>([
    ['our note is there', read(`{"order":1,"note":"Klant belde","noteAt":"${at}"}`), wanted(), 'arrived'],
    ['nothing changed', read('{"order":12345678901234567890}'), wanted(), 'not-arrived'],
    ['only its last digit changed', read('{"order":12345678901234567891}'), wanted(), 'asks'],
    ['the same text with another time is not ours', read(`{"note":"Klant belde","noteAt":"${earlier.at}"}`), wanted(), 'asks'],
    ['another note came', withEarlier, wanted(), 'asks'],
  ])('%s', (_, now, want, settlement) => {
    expect(settlementOf(now, before, want)).toBe(settlement)
  })
  test('a delete arrived where no note stands, and not where all is as before', () => {
    const removal = wanted({ action: 'delete', text: '', shown: earlier })
    expect(settlementOf(read('{"order":"17"}'), withEarlier, removal)).toBe('arrived')
    expect(settlementOf(withEarlier, withEarlier, removal)).toBe('not-arrived')
    expect(settlementOf(read('{"note":"nieuw","noteAt":"x"}'), withEarlier, removal)).toBe('asks')
  })
})
