import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { png } from '#test/support/sample-files.ts'
import { deleteMarker } from '../harness/vendor.ts'

/** A row as it must come out at the vendor. */
export interface PlayedRow {
  /** Its number in the file, as Excel shows it. */
  row: number
  marker: string
  kind: 'note.create' | 'note.update' | 'note.delete' | 'dispute.create'
  sale: string | null
  fileSha256: string | null
  /** A vendor may refuse it without changing what another row means. */
  refusable: boolean
  /** Other rows wait for its outcome. */
  holdsOthersBack: boolean
}

/** A spreadsheet that a person opens, with what it asks for. */
export interface PlayedTable {
  kind: 'notes' | 'disputes'
  file: string
  /** Where the files are that its rows name. */
  filesFolder: string | null
  rows: readonly PlayedRow[]
}

const firstRow = 2
const saleOf = (at: number) => String(1_000_000 + at)

const noteKinds = ['create', 'update', 'delete'] as const

/** Of twenty rows: two updates and a delete of notes made elsewhere, and a note that is made, changed and changed again. */
function actionAt(at: number): (typeof noteKinds)[number] {
  const place = at % 20
  if (place === 14 || place === 15 || place >= 18) return 'update'
  return place === 16 ? 'delete' : 'create'
}

/** Notes of all three kinds. Each is known by its text, or by its sale. */
export function notesTable(folder: string, count: number): PlayedTable {
  const rows: PlayedRow[] = []
  const lines = ['actie;outlet;transactienummer;betaalmethode;notitie;test']
  for (let at = 0; at < count; at += 1) {
    const action = actionAt(at)
    const place = at % 20
    const sale = saleOf(place >= 18 ? at - (place - 17) : at)
    const text = action === 'delete' ? '' : `m-${at}`
    lines.push([action, '12345', sale, 'IDE', text, '0'].join(';'))
    rows.push({
      row: firstRow + at,
      marker: action === 'delete' ? deleteMarker(sale) : text,
      kind: `note.${action}`,
      sale,
      fileSha256: null,
      refusable: at > 0 && action === 'create' && place < 14,
      holdsOthersBack: place === 17,
    })
  }
  const file = path.join(folder, 'notities.csv')
  writeFileSync(file, lines.join('\r\n'))
  return { kind: 'notes', file, filesFolder: null, rows }
}

/** Disputes, two of three with a file of their own. */
export function disputesTable(folder: string, count: number): PlayedTable {
  const filesFolder = path.join(folder, 'bijlagen')
  mkdirSync(filesFolder)
  const lines = ['factuurnummer;klantnaam;email;categorie;taal;bericht;bestand']
  const rows = Array.from({ length: count }, (_, at): PlayedRow => {
    const bytes = at % 3 === 2 ? null : png(2_000 + ((at * 37) % 30_000))
    const name = bytes ? `bon-${at}.png` : ''
    if (bytes) writeFileSync(path.join(filesFolder, name), bytes)
    lines.push([`m-${at}`, 'Jan de Vries', 'jan@example.nl', 'retour', 'nl', 'De klant stuurde de jas terug.', name].join(';'))
    return {
      row: firstRow + at,
      marker: `m-${at}`,
      kind: 'dispute.create',
      sale: null,
      fileSha256: bytes && createHash('sha256').update(bytes).digest('hex'),
      refusable: at > 0,
      holdsOthersBack: false,
    }
  })
  const file = path.join(folder, 'geschillen.csv')
  writeFileSync(file, lines.join('\r\n'))
  return { kind: 'disputes', file, filesFolder, rows }
}

/** What a run that takes back another's creates has to delete. */
export const undoOf = ({ rows }: PlayedTable): PlayedRow[] =>
  rows
    .filter(({ kind }) => kind === 'note.create')
    .map((row) => ({
      ...row,
      kind: 'note.delete',
      marker: deleteMarker(row.sale ?? ''),
      refusable: false,
      holdsOthersBack: false,
    }))
