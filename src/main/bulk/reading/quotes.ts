/** How often a text holds a sign that cuts cells. */
const cuts = (text: string, delimiter: string) =>
  delimiter === ',' ? cutsOutsideSentences(text, delimiter) : text.split(delimiter).length - 1

/** A sign before a blank is one of a sentence. */
const cutsOutsideSentences = (text: string, delimiter: string) =>
  text
    .split(delimiter)
    .slice(1)
    .filter((piece) => !piece.startsWith(' ')).length

/**
 * Whether a cell of several lines took other rows with it: a quote that nobody closed ends at the next one, wherever that stands.
 * Each line it swallowed brought as many delimiters as a row has, or one of them did that lies whole in it. Where the quote that
 * it ended at stood in an earlier column, the row is longer than others.
 */
export function swallowsRows(cell: string, delimiter: string, width: number, isLong = false): boolean {
  if (width < 2 || !(cell.includes('\n') || cell.includes('\r'))) return false
  const found = cuts(cell, delimiter)
  if (found === 0) return false
  const lines = cell.split(/\r\n|\n|\r/)
  if (isLong || found >= (lines.length - 1) * (width - 1)) return true
  return width > 2 && lines.slice(1, -1).some((line) => cutsOutsideSentences(line, delimiter) >= width - 1)
}

/** One line as cells, in which a quote that does not close before the next delimiter is a letter; `open` is the first such cell. */
export function cellsOfLine(line: string, delimiter: string): { cells: string[]; open: number | null } {
  const cells: string[] = []
  let open: number | null = null
  let at = 0
  for (;;) {
    const quoted = line[at] === '"' ? closedCell(line, at, delimiter) : null
    const next = line.indexOf(delimiter, at)
    const end = quoted ? quoted.end : next === -1 ? line.length : next
    if (!quoted && line[at] === '"') open ??= cells.length
    cells.push(quoted ? quoted.text : line.slice(at, end))
    if (end >= line.length) return { cells, open }
    at = end + delimiter.length
  }
}

function closedCell(line: string, from: number, delimiter: string): { text: string; end: number } | null {
  for (let at = from + 1; (at = line.indexOf('"', at)) !== -1; at += 2) {
    if (line[at + 1] === '"') continue
    const end = at + 1
    const closes = end === line.length || line.startsWith(delimiter, end)
    return closes ? { text: line.slice(from + 1, at).replaceAll('""', '"'), end } : null
  }
  return null
}
