import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catalogues } from '#shared/languages/index.ts'
import { inProject } from '#tools/setup/project.mjs'

type Rule = { not: RegExp; why: string; except?: RegExp }

/** What holds in both languages. */
const both: Rule[] = [
  { not: /"/, why: 'quotes are “ ”; only the character itself, as in (") or """, is straight', except: /\("\)/g },
  { not: /\d %|\} %/, why: 'a percentage is written without a space' },
  { not: /\b(?:ZIP|PDF)\b/, why: 'zip and pdf are in lower case' },
  { not: /\.\.\./, why: 'an ellipsis is one character' },
]

/** One word for one thing, and no word that says two. */
const dutch: Rule[] = [
  { not: /\b(?:ver)(?:sturen|stuurd?e?n?|stuurt)\b/i, why: 'verzenden, not versturen' },
  {
    not: /\b(?:mag|mogen|kan|kon|kunnen|konden|gaat|gaan|ging|gingen|weggaat|wegging|wegmag)\b[^.,;:}]*\bweg\b|\bweg(?:gaat|ging|mag)\b|\bweg (?:mag|mogen|kan|kunnen)\b|\bniet(?:s)? (?:meer )?weg\b/,
    why: 'weg is also thrown away: worden verzonden',
  },
  { not: /eindstand/i, why: 'resultaat' },
  { not: /systeembeheerder/i, why: 'beheerder' },
  { not: /verkoop|verkopen/i, why: 'DigiWallet calls it a transactie' },
  { not: /\bdeze app\b/i, why: 'Balie op deze computer' },
  { not: /(?<!op )deze computer (?:al |maakt|dien|verwijder|verzond|verst)/i, why: 'Balie does it, on this computer' },
  { not: /\b(?:haar|zij)\b/i, why: 'a thing is die' },
  { not: /\blive\b/i, why: 'echt' },
  { not: /laat (?:ze )?(?:\w+ )?gaan/i, why: 'vrijgeven' },
  { not: /(?:nieuwe|eerdere|de|in|uit|van) bulk\b|bulk (?:klaar|gestopt|gepauzeerd)/i, why: 'the task is a bulkverzending' },
  { not: /af gehaald/, why: 'afgehaald' },
  { not: /\breist\b/, why: 'a text stands in an address' },
  { not: /grootboek/i, why: 'logboek: a grootboek is of the bookkeeping' },
  { not: /Herstel de sleutel/, why: 'Vul de juiste sleutel in' },
]

const english: Rule[] = [
  { not: /\brefus/i, why: 'rejected, as the state is called' },
  { not: /\b(?:the|your) outbox\b/, why: 'Outbox is the name of a screen' },
  { not: /\bmend/i, why: 'correct' },
  { not: /\b(?:may|can|could|will|to) (?:still |then |not )*leave\b/, why: 'be sent' },
  { not: /\b(?:at|under) Settings\b/, why: 'in Settings' },
  { not: /\bmay not write\b/, why: 'has no permission to write' },
  { not: /\bis at once\b|Requests at once/, why: 'immediately, simultaneous' },
  { not: /\blet (?:go|them go|a filter go)\b/i, why: 'drop, release, remove' },
  { not: /\bleave (?:\w+ )?(?:window )?open\b/i, why: 'keep open' },
  { not: /Mind this|goes along|^Goes$|\bgoes alone\b/, why: 'Please note, include, is sent on its own' },
  { not: /(?:new|earlier) bulk$|bulk (?:done|stopped|paused)/i, why: 'the task is a bulk run' },
  { not: /end state/i, why: 'result' },
  { not: /\breal (?:note|administration|account)/i, why: 'live' },
  { not: /\bsales?\b/i, why: 'a transaction, as the document has it', except: /^Sale ID$/g },
  { not: /system administrator/i, why: 'administrator' },
  { not: /\bthis app\b|(?<!on )this computer (?:already )?(?:made|filed|sent|deleted)/i, why: 'Balie on this computer' },
  { not: /WAAR and ONWAAR(?! \(true\/false\))/, why: 'a Dutch word is explained' },
  { not: /\btravels? (?:in|along)\b/, why: 'a text is part of an address' },
]

/** What a person reads: names of values (`{sale}`) are not read, the one word of a choice (`one {it}`) is. */
const read = (text: string) => text.replaceAll(/(?<!\b(?:one|other|yes|no|create|update|delete) )\{\w+(?=[,}])/g, '{')

/** The sentences of a language that break a rule, with what to write instead. */
function broken(sentences: Record<string, string>, rules: readonly Rule[]): string[] {
  return Object.entries(sentences).flatMap(([id, text]) =>
    rules
      .filter(({ not, except }) => not.test(read(except === undefined ? text : text.replaceAll(except, ''))))
      .map(({ why }) => `${id}: “${text}” (${why})`),
  )
}

/** For administrators and privacy officers, who read them beside the screens. */
const dutchSheets = ['beheer.md', 'handleiding.md', 'privacy.md', 'team.nl.md']
test.each(dutchSheets)('docs/%s calls things as the screens do', (name) => {
  const lines = readFileSync(inProject('docs', name), 'utf8').split('\n')
  expect(broken(Object.fromEntries(lines.entries()), dutch)).toEqual([])
})

describe('every sentence', () => {
  test('in Dutch keeps to the words of the house', () => {
    expect(broken(catalogues.nl, [...both, ...dutch])).toEqual([])
  })

  test('in English keeps to the words of the house', () => {
    expect(broken(catalogues.en, [...both, ...english])).toEqual([])
  })

  test.each([
    ['Er kan nog niets weg.', dutch],
    ['Zeg of dit nog eens weg mag.', dutch],
    ['{count} rijen gaan dan niet meer weg.', dutch],
    ['Vul haar in.', dutch],
    ['Nieuwe bulk', dutch],
    ['{percent} % is verzonden', both],
    ['Kolom "{column}" is leeg.', both],
    ['The key was refused.', english],
    ['Say whether it may still leave.', english],
    ['Keep it in the outbox.', english],
  ])('%s would be told', (text, rules) => {
    expect(broken({ text }, rules)).toHaveLength(1)
  })
})
