import type { Say } from '../../lib/i18n.tsx'

/** The label of each cell of a RowsEditor, by the name of its field. */
export const rowLabels = (
  say: Say,
  list: string,
  { title, columns, count }: { title: string; columns: Record<string, string>; count: number },
): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) =>
      Object.entries(columns).map(([column, words]) => [
        `${list}.${index}.${column}`,
        `${title}, ${say('settings.rows.cell', { column: words, row: index + 1 })}`,
      ]),
    ).flat(),
  )
