import { parse } from 'csv-parse/sync'
import { CsvError } from 'csv-parse'
import { csvOptions, namedDelimiter, type CsvSettings } from './csv.ts'

type Delimiter = CsvSettings['delimiter']

/** In the order that decides between equals: a tab is hardly ever text, and Dutch Excel writes semicolons. */
const candidates: readonly Delimiter[] = ['\t', ';', ',', '|']
const triedRows = 50

/** The delimiter that cuts the first rows most evenly into more than one cell; what the file names itself goes first. */
export function detectDelimiter(head: string): Delimiter {
  const named = namedDelimiter(head)
  const known = candidates.find((candidate) => candidate === named)
  if (known) return known
  const best = { delimiter: ';' as Delimiter, share: 0.5, width: 0 }
  for (const delimiter of candidates) {
    const { share, width } = evenness(headRows(head, delimiter))
    if (width < 2 || share < best.share || (share === best.share && width <= best.width)) continue
    Object.assign(best, { delimiter, share, width })
  }
  return best.delimiter
}

/** The first rows of a text that may end anywhere, also in the middle of a quoted cell. */
export function headRows(head: string, delimiter: string): string[][] {
  const rows: string[][] = []
  try {
    parse(head, {
      ...csvOptions(delimiter),
      to: triedRows,
      on_record(cells: string[]) {
        rows.push(cells)
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
  }
  return rows.filter((cells) => cells.some((cell) => cell !== ''))
}

/** The most usual number of cells, and the share of the rows that have it. */
function evenness(rows: readonly string[][]): { share: number; width: number } {
  const widths = new Map<number, number>()
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1)
  const [width = 0, count = 0] = [...widths].toSorted(([, a], [, b]) => b - a)[0] ?? []
  return { share: rows.length === 0 ? 0 : count / rows.length, width }
}
