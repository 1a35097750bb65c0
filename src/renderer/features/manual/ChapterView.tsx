import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useEffect } from 'react'
import type { Block, Chapter, Piece } from '#shared/domain/manual.ts'
import { useSay } from '../../lib/i18n.tsx'
import { keyName } from '../../lib/key-names.ts'
import { useAppInfo } from '../../lib/preferences.ts'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { Hits } from '../../ui/Hits.tsx'
import css from './Manual.module.css'

/** Where a chapter or a heading of it stands on the page. */
export const headingOf = (id: string): string => `manual-${id}`

interface Props {
  readonly chapters: readonly Chapter[]
  readonly chapter: Chapter
  /** The heading to bring to the top. */
  readonly at: string | undefined
  readonly search: string
  readonly onOpen: (id: string) => void
}

/** A chapter with its pictures, what is searched for marked in it, and the way to the chapters beside it. */
export function ChapterView({ chapters, chapter, at, search, onOpen }: Props) {
  const say = useSay()
  const index = chapters.indexOf(chapter)
  const before = chapters[index - 1]
  const after = chapters[index + 1]
  useEffect(() => {
    if (at !== undefined) document.getElementById(headingOf(at))?.scrollIntoView({ block: 'start' })
  }, [at])
  return (
    // It scrolls, and there may be nothing in it that takes focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys scroll it
    <article className={cx(css.page)} tabIndex={0} aria-labelledby={headingOf(chapter.id)}>
      <h1 id={headingOf(chapter.id)} tabIndex={-1}>
        <Hits text={chapter.title} search={search} />
      </h1>
      {chapter.blocks.map((block, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- what stands in the manual keeps its place
        <BlockView key={place} block={block} search={search} />
      ))}
      <nav className={cx(css.beside)} aria-label={say('manual.beside')}>
        {before && (
          <Button icon={<ArrowLeft aria-hidden="true" />} onPress={() => onOpen(before.id)}>
            {before.title}
          </Button>
        )}
        {after && (
          <Button icon={<ArrowRight aria-hidden="true" />} onPress={() => onOpen(after.id)}>
            {after.title}
          </Button>
        )}
      </nav>
    </article>
  )
}

function BlockView({ block, search }: { block: Block; search: string }) {
  switch (block.type) {
    case 'heading':
      return (
        <h2 id={headingOf(block.id)} tabIndex={-1}>
          <Hits text={block.text} search={search} />
        </h2>
      )
    case 'paragraph':
      return (
        <p>
          <Pieces pieces={block.pieces} search={search} />
        </p>
      )
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map((item, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- what stands in the manual keeps its place
            <li key={place}>
              <Pieces pieces={item} search={search} />
            </li>
          ))}
        </List>
      )
    }
    case 'picture':
      return <img src={block.address} alt={block.alt} width={1000} height={700} />
  }
}

function Pieces({ pieces, search }: { pieces: readonly Piece[]; search: string }) {
  const platform = useAppInfo()?.platform ?? ''
  return pieces.map(({ text, as }, place) => {
    const key = `${place} ${text}`
    if (as === 'key') return <kbd key={key}>{keyName(platform, ...text.split('+'))}</kbd>
    const words = <Hits key={key} text={text} search={search} />
    return as === 'strong' ? <strong key={key}>{words}</strong> : words
  })
}
