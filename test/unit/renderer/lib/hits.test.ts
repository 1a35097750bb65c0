import { expect, test } from 'vitest'
import { hitsIn } from '../../../../src/renderer/lib/hits.ts'

const marked = (text: string, search: string) =>
  hitsIn(text, search)
    .map(({ text: piece, isHit }) => (isHit ? `[${piece}]` : piece))
    .join('')

test.for([
  ['F-2026-0815', '0815', 'F-2026-[0815]'],
  ['Zoë d’Arc en zoe', 'ZOE', '[Zoë] d’Arc en [zoe]'],
  ['Zoe\u0308 d’Arc', 'zoë', '[Zoe\u0308] d’Arc'],
  ['aaaa', 'aaa', '[aaa]a'],
  ['Größe 💶💶💶!', '💶💶💶', 'Größe [💶💶💶]!'],
  ['İstanbul', 'stanbul', 'İ[stanbul]'],
  ['Anja Jansen', 'ja', 'Anja [Ja]nsen'],
  ['12345', '12', '[12]345'],
  ['niets', 'iets anders', 'niets'],
  ['niets', '  ', 'niets'],
])('%s, looked for by %s', ([text, search, expected]) => {
  expect(marked(text ?? '', search ?? '')).toBe(expected)
})
