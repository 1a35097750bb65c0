import type { BulkColumn, FieldSource } from '#shared/domain/bulk.ts'

/** Where a field can come from, as one word of a list. */
export type SourceChoice = `column-${number}` | 'fixed' | 'template' | 'none'

/** The word for a source; a column that the file no longer has is none. */
export function choiceOf(source: FieldSource | undefined, columns: readonly BulkColumn[]): SourceChoice {
  if (source?.from === 'column') return columns.some(({ index }) => index === source.column) ? `column-${source.column}` : 'none'
  return source?.from ?? 'none'
}

/** The source that a word stands for; a text starts from what the field had. */
export function sourceOf(choice: SourceChoice, before: FieldSource | undefined, columns: readonly BulkColumn[]): FieldSource {
  if (choice === 'none') return { from: 'none' }
  if (choice === 'fixed') return { from: 'fixed', value: before?.from === 'fixed' ? before.value : '' }
  if (choice === 'template') return { from: 'template', template: templateFrom(before, columns) }
  return { from: 'column', column: Number(choice.slice('column-'.length)) }
}

function templateFrom(before: FieldSource | undefined, columns: readonly BulkColumn[]): string {
  if (before?.from === 'template') return before.template
  if (before?.from === 'fixed') return before.value.replaceAll('{', '{{').replaceAll('}', '}}')
  const column = before?.from === 'column' ? columns.find(({ index }) => index === before.column) : undefined
  return column ? placeholder(column) : ''
}

/** A column as it is named in a text. */
export const placeholder = ({ name }: BulkColumn): string => `{${name.replace(/[{}]/g, '')}}`
