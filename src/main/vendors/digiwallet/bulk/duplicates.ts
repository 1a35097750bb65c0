import { hash } from 'node:crypto'
import type { DuplicateVerdict } from '../../../bulk/vocabulary/bulk-vendor.ts'
import type { Message } from '#shared/domain/message.ts'
import type { CompleteNote, NoteTarget } from '#shared/vendors/digiwallet/sale-note.ts'

const unremarkable: DuplicateVerdict = Object.freeze({ duplicate: false, warnings: [] })
const longText = 64

/** Rows by sale number, for one outlet, method and side: hardly ever more than a few of these. */
interface Rows {
  created: Map<string, number>
  /** By sale number and what becomes of the note. */
  changed: Map<string, number>
}

/**
 * Tells, row after row, what is there already: in the rows before it, or, by `known`, in the ledger. One finder sees the rows of
 * one run once, in their order; it keeps a sale number a row and no text.
 */
export function noteDuplicates(known: (note: NoteTarget) => boolean) {
  const rowsOf = grouped()
  return (row: number, note: CompleteNote): DuplicateVerdict => {
    const { created, changed } = rowsOf(note)
    const earlier = created.get(note.saleID)
    if (note.action === 'create') {
      if (earlier !== undefined) return duplicate({ id: 'bulk.row.sameNote', values: { row: earlier } })
      created.set(note.saleID, row)
      return known(note) ? duplicate({ id: 'bulk.row.knownNote' }) : unremarkable
    }
    const change = `${note.saleID} ${note.action === 'delete' ? '' : digest(note.text)}`
    const same = changed.get(change)
    if (same !== undefined) return duplicate({ id: 'bulk.row.sameRow', values: { row: same } })
    changed.set(change, row)
    if (earlier !== undefined || known(note)) return unremarkable
    return {
      duplicate: false,
      warnings: [{ id: note.action === 'update' ? 'bulk.row.replacesUnseen' : 'bulk.row.deletesUnseen' }],
    }
  }
}

function grouped(): (target: NoteTarget) => Rows {
  const outlets = new Map<string, Map<string, Rows>>()
  return ({ outletID, paymentMethodCode, test }) => {
    const groups = outlets.get(outletID) ?? new Map<string, Rows>()
    if (groups.size === 0) outlets.set(outletID, groups)
    const key = test ? `${paymentMethodCode} test` : paymentMethodCode
    const rows = groups.get(key) ?? { created: new Map(), changed: new Map() }
    if (rows.created.size + rows.changed.size === 0) groups.set(key, rows)
    return rows
  }
}

const duplicate = (warning: Message): DuplicateVerdict => ({ duplicate: true, warnings: [warning] })
const digest = (text: string) => (text.length > longText ? hash('sha256', text, 'base64') : `=${text}`)
