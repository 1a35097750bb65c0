/** What the manual says, as the build reads it from `docs/` and the window shows it: no markup is left to interpret there. */
export interface Manual {
  readonly title: string
  readonly chapters: readonly Chapter[]
}

export interface Chapter {
  /** That of the screen it is about, or a name of its own: the same in each language. */
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

export type Block =
  /** Its ID is the chapter's with its number in it. */
  | { readonly type: 'heading'; readonly id: string; readonly text: string }
  | { readonly type: 'paragraph'; readonly pieces: readonly Piece[] }
  | { readonly type: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly Piece[])[] }
  /** `stop` is where the tour took it. */
  | { readonly type: 'picture'; readonly stop: string; readonly alt: string; readonly address: string }

/** Text in one manner: a name that stands on the screen is strong, a key is a key. */
export interface Piece {
  readonly text: string
  readonly as: 'text' | 'strong' | 'key'
}

/** The words of a block, to be searched. */
export function wordsOf(block: Block): string {
  switch (block.type) {
    case 'heading':
      return block.text
    case 'paragraph':
      return block.pieces.map(({ text }) => text).join('')
    case 'list':
      return block.items.map((item) => item.map(({ text }) => text).join('')).join('\n')
    case 'picture':
      return block.alt
  }
}
