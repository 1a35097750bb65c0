import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { parse } from 'csv-parse'

/** The columns are named as the vendor names the values, so that every tool can take the file as it is. */
const header = ['outletID', 'saleID', 'paymentMethodCode', 'text', 'test'] as const
export type NoteRow = Record<(typeof header)[number], string>

const methods = ['IDE', 'MRC', 'BWI', 'CRC', 'DRD', 'PSC', 'SOF', 'AFP']

/** Where notes go, below the vendor's address. */
export const notePath = '/sale-note'

/** What every tool sends as its key: the public one of practice accounts, which the app uses on this computer. */
export { practiceApiKey as benchKey } from '#main/vendors/digiwallet/practice/credentials.ts'

/** A month of sales, each with its invoice's number. */
export async function writeNotes(path: string, count: number, test: '0' | '1' = '0'): Promise<void> {
  const rows = Array.from({ length: count }, (_, at) =>
    ['12345', String(10_000_000 + at), methods[at % methods.length], `Factuur 2026${String(at).padStart(6, '0')}`, test].join(
      ',',
    ),
  )
  await writeFile(path, `${[header.join(','), ...rows].join('\n')}\n`)
}

/** The rows of such a file. */
export async function readNotes(path: string): Promise<NoteRow[]> {
  const rows: NoteRow[] = []
  for await (const row of createReadStream(path).pipe(parse({ columns: true }))) rows.push(row as NoteRow)
  return rows
}
