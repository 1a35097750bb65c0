import { folded } from '#shared/domain/folded.ts'
import { wordsOf, type Chapter, type Manual } from '#shared/domain/manual.ts'

/** A line of the contents: a chapter, or a heading in it. */
export interface Entry {
  readonly id: string
  readonly title: string
  readonly isChapter: boolean
  /** What it is found by: its title and all that stands under it, up to the next one. */
  readonly words: string
}

function entriesOf({ id, title, blocks }: Chapter): Entry[] {
  const entries: (Omit<Entry, 'words'> & { words: string })[] = [{ id, title, isChapter: true, words: title }]
  for (const block of blocks) {
    if (block.type === 'heading') entries.push({ id: block.id, title: block.text, isChapter: false, words: '' })
    const last = entries.at(-1)
    if (last) last.words += `\n${wordsOf(block)}`
  }
  return entries
}

/** The chapters and headings that say every word of the search, each heading under its chapter; all of them where nothing is searched. */
export function contentsOf({ chapters }: Manual, search: string): Entry[] {
  const wanted = folded(search).split(/\s+/).filter(Boolean)
  const says = ({ words }: Entry) => wanted.every((word) => folded(words).includes(word))
  return chapters.flatMap((chapter) => {
    const entries = entriesOf(chapter)
    const found = entries.filter(says)
    return found.length > 0 ? entries.filter((entry) => entry.isChapter || found.includes(entry)) : []
  })
}

/** The chapter that an ID is in, or is the ID of. */
export const chapterOf = ({ chapters }: Manual, id: string | undefined): Chapter | undefined =>
  chapters.find((chapter) => chapter.id === id?.split('/')[0])
