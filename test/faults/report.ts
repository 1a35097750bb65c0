/** Where a suite says what it found. A check counts; what the naive client does is shown and counts for nothing. */
export interface Report {
  heading(title: string): void
  note(text: string): void
  table(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): void
  check(title: string, ok: boolean, detail?: string): void
  skip(title: string, reason: string): void
}

/** What every suite is given. */
export interface Run {
  short: boolean
  seed: number
  report: Report
}

/** Prints tables that can be pasted into a document as they are, and ends with the line that `npm test` reads. */
export function printingReport(write: (text: string) => void): Report & { close(): boolean } {
  let passed = 0
  let failed = 0
  const skipped: string[] = []
  return {
    heading: (title) => write(`\n## ${title}\n\n`),
    note: (text) => write(`${text}\n\n`),
    table(columns, rows) {
      const texts = [columns, ...rows].map((row) => row.map(String))
      const widths = columns.map((_, at) => Math.max(3, ...texts.map((row) => row[at]?.length ?? 0)))
      const line = (row: readonly string[]) => `| ${widths.map((width, at) => (row[at] ?? '').padEnd(width)).join(' | ')} |\n`
      const [head = [], ...rest] = texts
      write(`${line(head)}|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|\n${rest.map(line).join('')}\n`)
    },
    check(title, ok, detail = '') {
      if (ok) passed += 1
      else {
        failed += 1
        write(`FAILED ${title}${detail ? `: ${detail}` : ''}\n`)
      }
    },
    skip(title, reason) {
      skipped.push(`skipped: ${title}: ${reason}`)
    },
    close() {
      for (const line of skipped) write(`${line}\n`)
      write(`${passed} passed, ${failed} failed, ${skipped.length} skipped\n`)
      return failed === 0 && passed > 0
    },
  }
}
