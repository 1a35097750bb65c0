import { hash } from 'node:crypto'
import type { Message } from '#shared/domain/message.ts'
import type { CompleteNote } from '#shared/domain/sale-note.ts'
import { noteKey } from '../../submissions/note-key.ts'

export interface DuplicatePorts {
  /** Whose notes these are, as the ledger's keys have it (`scopeOf`). */
  scope: string
  /** Whether the ledger has a note, or one on its way, by the key of `noteKey`. */
  known(key: string): boolean
}

export interface DuplicateVerdict {
  duplicate: boolean
  warnings: readonly Message[]
}

const unremarkable: DuplicateVerdict = Object.freeze({ duplicate: false, warnings: [] })
const longText = 64

/**
 * Tells, row after row, what is there already: in the rows before it or in the ledger. One finder sees the rows of one run
 * once, in their order; it keeps a key a row and no text.
 */
export function noteDuplicates({ scope, known }: DuplicatePorts) {
  const created = new Map<string, number>()
  const changed = new Map<string, number>()
  return (row: number, note: CompleteNote): DuplicateVerdict => {
    const key = noteKey(scope, note)
    const earlier = created.get(key)
    if (note.action === 'create') {
      if (earlier !== undefined) return duplicate({ id: 'bulk.row.sameNote', values: { row: earlier } })
      created.set(key, row)
      return known(key) ? duplicate({ id: 'bulk.row.knownNote' }) : unremarkable
    }
    const change = key + (note.action === 'delete' ? '' : digest(note.text))
    const same = changed.get(change)
    if (same !== undefined) return duplicate({ id: 'bulk.row.sameRow', values: { row: same } })
    changed.set(change, row)
    if (earlier !== undefined || known(key)) return unremarkable
    return {
      duplicate: false,
      warnings: [{ id: note.action === 'update' ? 'bulk.row.replacesUnseen' : 'bulk.row.deletesUnseen' }],
    }
  }
}

const duplicate = (warning: Message): DuplicateVerdict => ({ duplicate: true, warnings: [warning] })
const digest = (text: string) => (text.length > longText ? hash('sha256', text, 'base64') : ` ${text}`)
