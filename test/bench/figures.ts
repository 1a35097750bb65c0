/** One line of the table a bench prints. */
export interface Figure {
  case: string
  what: string
  measured: string
  /** What it is held against, measured at the same time on the same machine. */
  against: string
  ratio: string
  target: string
  verdict: 'met' | 'not met' | `skipped: ${string}`
}

/** What was asked for on the command line. */
export interface BenchOptions {
  /** Leaves out other tools, which take minutes. */
  withoutPeers: boolean
}

/** The middle of an odd number of rounds: one stall of the machine does not count. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

export const verdict = (isMet: boolean): Figure['verdict'] => (isMet ? 'met' : 'not met')

/** Prints the figures as a table that can be pasted into a document as it is. */
export function printFigures(figures: readonly Figure[]) {
  const columns = ['case', 'what', 'measured', 'against', 'ratio', 'target', 'verdict'] as const
  const rows = [columns.map(String), ...figures.map((figure) => columns.map((column) => figure[column]))]
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  const [head = [], ...rest] = rows
  console.log([line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rest.map(line)].join('\n'))
}
