import { folded } from '#shared/domain/folded.ts'
import { lettersInside } from '#shared/domain/history-filter.ts'
import { beginningSign, beginningsOf, partsOf, type HitPlace } from './signs.ts'

/** What a person typed, as the index is asked for it. */
export interface Words {
  /** Three letters each: an item that has what was typed has all of them. */
  trigrams: string[]
  /** Whether an item has it, by its text in the index. */
  isIn(indexed: string): boolean
  /** Where it was found and the text around it; null where a list shows that anyway. */
  hitIn(indexed: string): Hit | null
}

export interface Hit {
  place: Exclude<HitPlace, 'line'>
  text: string
}

/** Around a hit so much is shown. */
const before = 24
const around = 120

/** A piece of a text around a hit; without folding of accents where that would move the places of letters. */
function excerptOf(text: string, wanted: string): string {
  const line = text.split('\n').find((one) => folded(one).includes(wanted)) ?? ''
  const at = Math.max(0, line.toLowerCase().indexOf(wanted))
  const from = at > before ? at - before : 0
  const shown = line.slice(from, from + around).toWellFormed()
  return `${from > 0 ? '…' : ''}${shown}${from + around < line.length ? '…' : ''}`
}

/** Null where nothing was typed. */
export function wordsOf(search: string): Words | null {
  // Nothing of a NUL is in the index either.
  const typed = search.normalize('NFC').replaceAll('\0', '').trim()
  if (typed === '') return null
  const letters = Array.from(typed)
  const wanted = folded(typed)
  if (letters.length < lettersInside) {
    return {
      trigrams: [beginningSign(typed)],
      isIn: (indexed) => beginningsOf(indexed).some((text) => folded(text).startsWith(wanted)),
      hitIn: () => null,
    }
  }
  return {
    trigrams: letters.slice(0, -2).map((_, at) => letters.slice(at, at + 3).join('')),
    isIn: (indexed) => partsOf(indexed).some(({ text }) => folded(text).includes(wanted)),
    hitIn(indexed) {
      const hit = partsOf(indexed).find(({ text }) => folded(text).includes(wanted))
      return hit && hit.place !== 'line' ? { place: hit.place, text: excerptOf(hit.text, wanted) } : null
    },
  }
}

// SQLite takes NUL for the end of a text, and a quote that was opened before it for one that never ends.
const quoted = (letters: string): string => `"${letters.replaceAll('\0', '').replaceAll('"', '""')}"`

/** Few enough that their lists are gone through at once; the text decides whether it is a hit. */
const fewTrigrams = 3
const some = (trigrams: readonly string[]): readonly string[] =>
  trigrams.length <= fewTrigrams
    ? trigrams
    : [0, Math.floor(trigrams.length / 2), trigrams.length - 1].map((at) => trigrams[at] ?? '')

/** In the index's own language: each group of signs is one of which an item has any. */
export function matchOf(groups: readonly (readonly string[])[], words: Words | null, which: 'some' | 'all'): string {
  const trigrams = words ? (which === 'some' ? some(words.trigrams) : words.trigrams) : []
  return [...groups.map((group) => `(${group.map(quoted).join(' OR ')})`), ...trigrams.map(quoted)].join(' AND ')
}
