import { csvRoundTrips, xlsxRoundTrips, type RoundTrips } from '#test/unit/bulk/writing/round-trips.ts'
import { verdict, type Figure } from './figures.ts'

/** XLSX takes ten times as long; the cells are the same. */
const tables = { CSV: 100_000, XLSX: 10_000 }

const figure = (format: keyof typeof tables, { cells, lost, liveFormulas }: RoundTrips): Figure => ({
  case: 'round-trips',
  what: `${tables[format].toLocaleString('en')} random tables to ${format} and back`,
  measured: `${lost} cells lost, ${liveFormulas} live formulas`,
  against: `${cells.toLocaleString('en')} cells`,
  ratio: '—',
  target: '0, 0',
  verdict: verdict(lost === 0 && liveFormulas === 0),
})

/** Nothing is lost between Balie and Excel, and nothing of it is ever run: the test's property, as often as it takes to believe it. */
export async function measure(): Promise<Figure[]> {
  return [figure('CSV', await csvRoundTrips(tables.CSV)), figure('XLSX', await xlsxRoundTrips(tables.XLSX))]
}
