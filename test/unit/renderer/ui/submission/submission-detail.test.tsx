import { wordsOnScreen } from '#test/support/words-on-screen.tsx'
import { describe, expect, test } from 'vitest'
import { disputeAnswerAttributes } from '#shared/vendors/billink/dispute.ts'
import type { Attempt } from '#shared/domain/submission.ts'
import { Attempts } from '../../../../../src/renderer/ui/submission/Attempts.tsx'
import { Payload } from '../../../../../src/renderer/ui/submission/Payload.tsx'
import { fieldWords, sayStatus } from '../../../../../src/renderer/ui/submission/words.ts'
import { DisputeAnswer } from '../../../../../src/renderer/vendors/billink/DisputeAnswer.tsx'
import { methodWords } from '../../../../../src/renderer/vendors/digiwallet/method-words.ts'

const attempt: Attempt = {
  number: 1,
  startedAt: '2026-11-22T10:00:00.000Z',
  endedAt: '2026-11-22T10:00:06.500Z',
  progress: 'request-sent',
  request: { method: 'POST', host: 'api.billink.nl', bodyBytes: 2048 },
  status: null,
  answer: null,
  stateAfter: 'unknown',
  reason: null,
  reading: null,
}

describe('the attempts of an item', () => {
  test('tell how far a try got, to whom, how much and how long', () => {
    const text = wordsOnScreen(<Attempts attempts={[attempt]} />)
    expect(text).toContain('Verbinding gemaakt; het verzoek is volledig verzonden; er kwam geen antwoord.')
    expect(text).toContain('POST naar api.billink.nl, 2 kB verzonden')
    expect(text).toContain('duurde 6,5 s')
    expect(text).toContain('Geen antwoord')
    expect(text).toContain('Uitkomst onbekend')
  })

  test('do not say how far a try got that Balie did not live to see the end of', () => {
    const text = wordsOnScreen(<Attempts attempts={[{ ...attempt, endedAt: null, progress: null }]} />)
    expect(text).toContain('Balie weet niet hoe ver deze poging kwam.')
    expect(text).toContain('afgebroken')
    expect(text).not.toContain('Geen antwoord')
    expect(text).not.toContain('niets verzonden')
  })

  test('stand the newest first, with the status and the answer as it came', () => {
    const second: Attempt = {
      ...attempt,
      number: 2,
      progress: 'answered',
      status: 404,
      answer: '{"status":1}',
      stateAfter: 'rejected',
    }
    const text = wordsOnScreen(<Attempts attempts={[attempt, second]} />)
    expect(text.indexOf('Poging 2')).toBeLessThan(text.indexOf('Poging 1'))
    expect(text).toContain('HTTP 404: niet gevonden')
    expect(text).toContain('&quot;status&quot;: 1')
  })
})

describe('at a vendor that reads back', () => {
  const reading = { at: '2026-11-22T10:00:00.000Z', found: '{"note":"Oud"}', meant: '{"note":"Nieuw"}', look: null }

  test('an attempt tells what stood there before, and what was to stand there', () => {
    const text = wordsOnScreen(<Attempts attempts={[{ ...attempt, reading }]} />)
    expect(text).toContain('voordat iets werd gewijzigd')
    expect(text).toMatch(/Oud.*Nieuw/s)
    expect(text).not.toContain('toen Balie het nakeek')
  })

  test('and what Balie found when it looked', () => {
    const look = { at: '2026-11-22T10:03:00.000Z', settlement: 'asks' as const, found: '{"note":"Van een ander"}' }
    expect(wordsOnScreen(<Attempts attempts={[{ ...attempt, reading: { ...reading, look } }]} />)).toMatch(
      /toen Balie het nakeek.*Van een ander/s,
    )
  })
})

test("Billink's answer shows all fifteen attributes and says which did not come", () => {
  const text = wordsOnScreen(<DisputeAnswer answer='{"id":8812,"status":"open","extra":"x"}' />)
  for (const name of disputeAnswerAttributes) expect(text).toContain(` ${name} `)
  expect(text).toContain('8812')
  expect(text.match(/niet meegestuurd/g)).toHaveLength(13)
  expect(text).toContain('extra')
})

test('an answer that is no data is shown as it came', () => {
  expect(wordsOnScreen(<DisputeAnswer answer="Bad Gateway" />)).toContain('Bad Gateway')
})

describe('what an item sends', () => {
  const dispute = {
    invoice: '2026-1',
    customerName: 'J',
    customerEmail: 'j@example.nl',
    category: '1',
    locale: 'nl',
    message: 'Bericht',
  }

  test('a file is told by name, size and SHA-256', () => {
    const attachment = {
      id: 'f',
      name: 'bon.pdf',
      format: 'pdf' as const,
      bytes: 3072,
      sha256: 'ab'.repeat(32),
      state: 'stored' as const,
      doubt: null,
    }
    const text = wordsOnScreen(<Payload kind="dispute" payload={{ kind: 'dispute', dispute }} attachment={attachment} />)
    expect(text).toContain('bon.pdf (3 kB)')
    expect(text).toContain('ab'.repeat(32))
    expect(text).not.toContain('niet meer te lezen')
  })

  test('a file that is lost is said to be', () => {
    const attachment = {
      id: 'f',
      name: 'bon.pdf',
      format: 'pdf' as const,
      bytes: 1,
      sha256: '',
      state: 'lost' as const,
      doubt: null,
    }
    expect(wordsOnScreen(<Payload kind="dispute" payload={{ kind: 'dispute', dispute }} attachment={attachment} />)).toContain(
      'niet meer te lezen',
    )
  })

  test('a note tells its side and its method by name and code; a delete has no text', () => {
    const target = { outletID: '10001', saleID: '0055', paymentMethodCode: 'IDE' as const, test: true }
    const update = wordsOnScreen(
      <Payload kind="note" payload={{ kind: 'note', action: 'update', target, text: 'Nieuwe tekst' }} attachment={null} />,
    )
    expect(update).toMatch(/0055.*iDEAL \(IDE\).*Test.*Nieuwe tekst/s)
    expect(
      wordsOnScreen(<Payload kind="note" payload={{ kind: 'note', action: 'delete', target }} attachment={null} />),
    ).not.toContain('Tekst van de notitie')
  })
})

describe('words', () => {
  const say = (id: string) => id

  test("a status has the sentence of DigiWallet's table, or that of its class", () => {
    expect(sayStatus(say, 405)).toBe('HTTP 405: item.http.405')
    expect(sayStatus(say, 418)).toBe('HTTP 418: item.http.4xx')
    expect(sayStatus(say, 307)).toBe('HTTP 307: item.http.3xx')
    expect(sayStatus(say, 999)).toBe('HTTP 999: item.http.other')
  })

  test('what is not known keeps its own name', () => {
    expect(methodWords('XYZ')).toBe('XYZ')
    expect(fieldWords(say, 'saleID')).toBe('field.saleID')
    expect(fieldWords(say, 'somethingNew')).toBe('somethingNew')
  })
})
