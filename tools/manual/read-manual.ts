import { lexer, type Token, type Tokens } from 'marked'
import type { Block, Chapter, Manual, Piece } from '#shared/domain/manual.ts'

/** Each language's manual, in `docs/`. */
export const manualFiles = { nl: 'handleiding.md', en: 'manual.md' } as const

/** Its pictures lie in a folder beside it, under the name of the tour's stop that they show. */
const picture = /^manual\/([a-z]+)\/([a-z-]+)\.webp$/
/** What stands above a chapter, unseen by a reader of the file: its ID. */
const mark = /^<!-- ([a-z-]+) -->\s*$/

/** Entities of HTML as they are read. */
const plain = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

function piecesOf(tokens: readonly Token[]): Piece[] {
  return tokens.flatMap((token): Piece[] => {
    const { text = '', tokens: inside } = token as Partial<Tokens.Text>
    if (token.type === 'strong') return [{ text: plain(text), as: 'strong' }]
    if (token.type === 'codespan') return [{ text: plain(text), as: 'key' }]
    if (token.type === 'text') return inside ? piecesOf(inside) : [{ text: plain(text).replaceAll('\n', ' '), as: 'text' }]
    throw new Error(`The window shows no ${token.type} of a manual: ${token.raw}`)
  })
}

function pictureOf({ href, text }: Tokens.Image): Block {
  const [, , stop] = picture.exec(href) ?? []
  if (stop === undefined) throw new Error(`A picture of the manual is manual/<language>/<stop>.webp, and not ${href}`)
  return { type: 'picture', stop, alt: plain(text), address: href }
}

function blockOf(token: Token, chapter: string, headings: number): Block[] {
  const { tokens = [] } = token as Partial<Tokens.Paragraph>
  switch (token.type) {
    case 'space':
      return []
    case 'heading':
      return [{ type: 'heading', id: `${chapter}/${headings + 1}`, text: plain((token as Tokens.Heading).text) }]
    case 'paragraph':
      return tokens[0]?.type === 'image'
        ? [pictureOf(tokens[0] as Tokens.Image)]
        : [{ type: 'paragraph', pieces: piecesOf(tokens) }]
    case 'list': {
      const { ordered, items } = token as Tokens.List
      return [{ type: 'list', isOrdered: ordered, items: items.map((item) => piecesOf(item.tokens)) }]
    }
    default:
      throw new Error(`The window shows no ${token.type} of a manual: ${token.raw}`)
  }
}

/** A manual as the window shows it. What stands before the first chapter is for who reads the file. Fails on what the window would not show. */
export function readManual(markdown: string): Manual {
  const tokens = lexer(markdown)
  const title = tokens.find((token): token is Tokens.Heading => token.type === 'heading')?.text ?? ''
  const chapters: (Omit<Chapter, 'blocks'> & { blocks: Block[] })[] = []
  let id: string | null = null
  for (const token of tokens) {
    const chapter = chapters.at(-1)
    const named = token.type === 'html' ? mark.exec(token.raw)?.[1] : undefined
    if (named !== undefined) id = named
    else if (id !== null && token.type === 'heading') {
      chapters.push({ id, title: plain((token as Tokens.Heading).text), blocks: [] })
      id = null
    } else if (chapter) {
      const headings = chapter.blocks.filter(({ type }) => type === 'heading').length
      chapter.blocks.push(...blockOf(token, chapter.id, headings))
    }
  }
  return { title, chapters }
}
