import { describe, expect, test } from 'vitest'
import { chapterOf, contentsOf } from '../../../src/renderer/features/manual/contents.ts'
import { readManual } from '#tools/manual/read-manual.ts'

const manual = readManual(`# Handleiding

Voor wie het bestand leest.

<!-- start -->

## Beginnen

Kies **Nieuw geschil** of druk op \`Ctrl+N\`.

### Café

1. Eén kop koffie.

<!-- history -->

## Geschiedenis

### Zoeken

Typ een "naam" & een nummer.
`)
const titles = (search: string) => contentsOf(manual, search).map(({ title }) => title)

describe('the manual', () => {
  test('is read in chapters, with names, keys and headings told apart and nothing left of markup', () => {
    expect(manual.title).toBe('Handleiding')
    expect(manual.chapters[0]).toEqual({
      id: 'start',
      title: 'Beginnen',
      blocks: [
        {
          type: 'paragraph',
          pieces: [
            { text: 'Kies ', as: 'text' },
            { text: 'Nieuw geschil', as: 'strong' },
            { text: ' of druk op ', as: 'text' },
            { text: 'Ctrl+N', as: 'key' },
            { text: '.', as: 'text' },
          ],
        },
        { type: 'heading', id: 'start/1', text: 'Café' },
        { type: 'list', isOrdered: true, items: [[{ text: 'Eén kop koffie.', as: 'text' }]] },
      ],
    })
    expect(chapterOf(manual, 'history/1')?.blocks.at(-1)).toMatchObject({ pieces: [{ text: 'Typ een "naam" & een nummer.' }] })
  })

  test.each([
    ['', ['Beginnen', 'Café', 'Geschiedenis', 'Zoeken']],
    ['cafe koffie', ['Beginnen', 'Café']],
    ['CTRL+N', ['Beginnen']],
    ['geschiedenis', ['Geschiedenis']],
    ['nummer', ['Geschiedenis', 'Zoeken']],
    ['nergens', []],
  ])('is searched for %j in headings and what stands under them', (search, found) => {
    expect(titles(search)).toEqual(found)
  })

  test.each([
    ['history', 'history'],
    ['start/1', 'start'],
    ['elsewhere', undefined],
    [undefined, undefined],
  ])('opens at the chapter of %s', (id, chapter) => {
    expect(chapterOf(manual, id)?.id).toBe(chapter)
  })
})
