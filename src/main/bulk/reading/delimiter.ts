import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import type { HeaderNames } from '../vocabulary/column-names.ts'
import { knownNames, namesOfHeader } from './header.ts'
import { csvOptions, type CsvSettings } from './csv-parser.ts'
import { namedDelimiter, withoutSeparatorLine } from './separator-line.ts'
import { isBlank, type TableRow } from '../vocabulary/table-row.ts'

type Delimiter = CsvSettings['delimiter']

/** In the order that decides between equals: a tab is hardly ever text, and Dutch Excel writes semicolons. */
const candidates: readonly Delimiter[] = ['\t', ';', ',', '|', '^', '~']
const triedRows = 50

/** How rows come out that are cut by one sign, the first that differs decides between two of them. */
interface Cut {
  /** Names that columns have, in the row that has most: two of them are no coincidence. */
  names: number
  /** Of rows, by their most usual number of cells. */
  share: number
  /** Whether it stands between cells, and not in sentences (`rood, L`) or amounts (`12,50`). */
  isClean: number
  width: number
}

/** The delimiter that cuts the first rows most evenly into cells that make sense; what the file names itself goes first. */
export function detectDelimiter(head: string, known: HeaderNames): Delimiter {
  const named = namedDelimiter(head)
  const told = candidates.find((candidate) => candidate === named)
  if (told) return told
  let best: { delimiter: Delimiter; cut: Cut } | null = null
  for (const delimiter of candidates) {
    const cut = cutOf(headRows(head, delimiter), delimiter, known)
    if (cut.width < 2 || (cut.share < 0.5 && cut.names === 0)) continue
    if (!best || compare(cut, best.cut) > 0) best = { delimiter, cut }
  }
  return best?.delimiter ?? ';'
}

const compare = (a: Cut, b: Cut) =>
  a.names - b.names || Math.round((a.share - b.share) * 20) || a.isClean - b.isClean || a.share - b.share || a.width - b.width

/** The first rows of a text that may end anywhere, also in the middle of a quoted cell. */
export function headRows(head: string, delimiter: string, escape?: '\\'): TableRow[] {
  const rows: TableRow[] = []
  try {
    parse(withoutSeparatorLine(head), {
      ...csvOptions(delimiter, escape),
      to: triedRows,
      on_record(cells: string[], { empty_lines: blank }) {
        rows.push({ row: rows.length + 1 + blank, cells })
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
  }
  return rows.filter((row) => !isBlank(row))
}

function cutOf(head: readonly TableRow[], delimiter: Delimiter, known: HeaderNames): Cut {
  const rows = head.map(({ cells }) => cells)
  const { share, width } = evenness(head)
  const names = knownNames(rows, known)
  const starts = rows.flatMap((cells) => cells.slice(1).map((cell, at) => [cells[at] ?? '', cell] as const))
  const odd = starts.filter(([before, cell]) => delimiter === ',' && (cell.startsWith(' ') || isCutAmount(before, cell)))
  return { names: names < namesOfHeader ? 0 : names, share, isClean: odd.length > starts.length / 4 ? 0 : 1, width }
}

const isCutAmount = (before: string, after: string) => /\d$/.test(before) && /^\d{1,2}(?!\d)/.test(after)

/** The most usual number of cells of rows that have more than one, and the share of all rows that have it. */
function evenness(rows: readonly TableRow[]): { share: number; width: number } {
  const widths = new Map<number, number>()
  for (const { cells } of rows) if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  const [width = 0, count = 0] = [...widths].toSorted(([, a], [, b]) => b - a)[0] ?? []
  return { share: rows.length === 0 ? 0 : count / rows.length, width }
}

/** Whether quotes within quotes are written `\"`, as databases on Unix do: it is where rows come out more even for it. */
export function detectEscape(head: string, delimiter: Delimiter): '\\' | null {
  if (!head.includes('\\"')) return null
  const doubled = evenness(headRows(head, delimiter))
  const escaped = evenness(headRows(head, delimiter, '\\'))
  return escaped.share > doubled.share || (escaped.share === doubled.share && !head.includes('""')) ? '\\' : null
}
