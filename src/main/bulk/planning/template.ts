import type { BulkColumn } from '#shared/domain/bulk.ts'
import type { Message } from '#shared/domain/message.ts'

/** A text with the names of columns in braces, ready for rows. */
export interface Template {
  /** What is wrong with the template itself: a column that is not there, a brace that is not closed. */
  problems: Message[]
  /** The columns that it takes something from. */
  columns: readonly number[]
  /** The text of a row; `empty` gets the name of every column that is needed and holds nothing there. */
  render(cells: readonly string[], empty: (column: string) => void): string
}

interface Placeholder {
  column: number
  name: string
  optional: boolean
}

/** A doubled brace, a placeholder, an opening brace without end, or anything else. */
const token = /\{\{|\}\}|\{([^{}]*)\}|\{|[^{}]+|\}/g

const key = (name: string) => name.replace(/[{}]/g, '').replace(/\s+/g, ' ').trim().toLowerCase()

/**
 * Takes `Factuur {factuurnummer} van {datum}` apart, once for all rows. Names are found whatever their capitals; `{{` and `}}`
 * stand for a brace; `{naam?}` may be empty in a row, any other placeholder may not.
 */
export function compileTemplate(template: string, columns: readonly BulkColumn[]): Template {
  const byName = new Map(columns.map(({ name, index }) => [key(name), index]))
  const problems: Message[] = []
  const parts: (string | Placeholder)[] = []
  for (const [whole, named] of template.matchAll(token)) {
    if (named === undefined) {
      if (whole === '{') problems.push({ id: 'bulk.plan.unclosedBrace' })
      parts.push(whole === '{{' || whole === '}}' ? whole.slice(1) : whole)
      continue
    }
    const placeholder = placeholderOf(named, byName)
    if (placeholder) parts.push(placeholder)
    else problems.push({ id: 'bulk.plan.unknownColumn', values: { column: named.trim() } })
  }
  return {
    problems,
    columns: parts.flatMap((part) => (typeof part === 'string' ? [] : [part.column])),
    render(cells, empty) {
      let text = ''
      let isGap = false
      for (const part of parts) {
        const piece = typeof part === 'string' ? part : (cells[part.column] ?? '').trim()
        const isEmpty = piece === '' && typeof part !== 'string'
        if (isEmpty && !part.optional) empty(part.name)
        text += isGap && piece.startsWith(' ') ? piece.slice(1) : piece
        // A name without a middle has one space in it, not two.
        isGap = isEmpty && (text === '' || text.endsWith(' '))
      }
      return text
    },
  }
}

/** A name that ends in a question mark goes before the mark that makes it optional. */
function placeholderOf(named: string, byName: ReadonlyMap<string, number>): Placeholder | null {
  const name = named.trim()
  const exact = byName.get(key(name))
  if (exact !== undefined) return { column: exact, name, optional: false }
  const optional = name.endsWith('?') ? byName.get(key(name.slice(0, -1))) : undefined
  return optional === undefined ? null : { column: optional, name, optional: true }
}
