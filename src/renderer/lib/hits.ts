import { folded as fold } from '#shared/domain/folded.ts'
import { lettersInside } from '#shared/domain/history-filter.ts'

export interface Piece {
  readonly text: string
  readonly isHit: boolean
  /** Where it begins, in letters. */
  readonly at: number
}

/**
 * A text in pieces, those that were searched for apart: whatever their case and accents, as the search itself finds them. Below three
 * letters a search is for how a word begins.
 */
export function hitsIn(text: string, search: string): Piece[] {
  const letters = Array.from(text)
  const wanted = Array.from(search.normalize('NFC').trim()).map(fold).join('')
  if (wanted === '') return [{ text, isHit: false, at: 0 }]
  const isInside = Array.from(search.trim()).length >= lettersInside
  const starts: number[] = []
  let folded = ''
  // Where each letter begins once folded: one may become none or two.
  letters.forEach((letter) => {
    starts.push(folded.length)
    folded += fold(letter)
  })
  const letterAt = (place: number) => {
    const next = starts.findIndex((start) => start > place)
    return next < 0 ? letters.length - 1 : next - 1
  }
  const pieces: Piece[] = []
  let done = 0
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    const from = letterAt(at)
    let to = letterAt(at + wanted.length - 1) + 1
    // An accent that is written after its letter goes with it.
    while (to < letters.length && fold(letters[to] ?? '') === '') to += 1
    if (from < done || (!isInside && from > 0 && letters[from - 1] !== ' ')) continue
    if (from > done) pieces.push({ text: letters.slice(done, from).join(''), isHit: false, at: done })
    pieces.push({ text: letters.slice(from, to).join(''), isHit: true, at: from })
    done = to
  }
  return done < letters.length ? [...pieces, { text: letters.slice(done).join(''), isHit: false, at: done }] : pieces
}
