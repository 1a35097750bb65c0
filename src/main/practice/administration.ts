import type { CompleteDispute } from '#shared/domain/dispute.ts'
import type { NoteTarget } from '#shared/domain/sale-note.ts'
import { isDemonstrationSale } from './demonstrations.ts'
import type { ExampleSale } from '#shared/domain/sale-note.ts'

/** A note as the environment holds it; `test` says in which of the two administrations. */
export interface PracticeNote extends NoteTarget {
  saleNoteID: number
  text: string
}

/** What arrived of a dispute's file; the bytes themselves are not kept. */
export interface PracticeFile {
  fileName: string
  bytes: number
  sha256: string
}

/** A dispute as it arrived, without `billinkId`: nothing here keeps a credential. */
export interface PracticeDispute extends CompleteDispute {
  id: number
  createdAt: Date
  file: PracticeFile | null
}

/** The environment's records, for tests to look at; nothing in here can change them. */
export interface PracticeState {
  readonly notes: readonly Readonly<PracticeNote>[]
  readonly disputes: readonly Readonly<PracticeDispute>[]
}

export interface Administration {
  state: PracticeState
  saleExists(target: NoteTarget): boolean
  /** Where a sale has several notes: the newest, because update and delete carry no note ID to choose by. */
  findNote(target: NoteTarget): PracticeNote | null
  addNote(target: NoteTarget, text: string): PracticeNote
  removeNote(note: PracticeNote): void
  addDispute(dispute: Omit<PracticeDispute, 'id'>): PracticeDispute
}

const saleKey = (sale: Omit<ExampleSale, 'label'>) => `${sale.outletID}/${sale.saleID}/${sale.paymentMethodCode}`

/** Test notes live in an administration of their own (digiwallet-sale-note.txt, `test`), so `test` is part of the key. */
const noteKey = (target: NoteTarget) => `${saleKey(target)}/${target.test ? 'test' : 'real'}`

/** All that the practice environment remembers, in memory: it starts afresh each time, with the notes it is given. */
export function createAdministration(
  sales: readonly Omit<ExampleSale, 'label'>[],
  earlierNotes: readonly Omit<PracticeNote, 'saleNoteID'>[],
): Administration {
  const knownSales = new Set(sales.map(saleKey))
  const notes = new Map<string, PracticeNote[]>()
  const disputes: PracticeDispute[] = []
  let nextNoteID = 12345
  let nextDisputeID = 1001

  const administration: Administration = {
    state: {
      get notes() {
        return [...notes.values()].flat().map((note) => ({ ...note }))
      },
      get disputes() {
        return disputes.map((dispute) => ({ ...dispute }))
      },
    },
    saleExists: (target) => knownSales.has(saleKey(target)) || isDemonstrationSale(target.saleID),
    findNote: (target) => notes.get(noteKey(target))?.at(-1) ?? null,
    addNote({ outletID, saleID, paymentMethodCode, test }, text) {
      const note = { saleNoteID: nextNoteID++, outletID, saleID, paymentMethodCode, test, text }
      const key = noteKey(note)
      const list = notes.get(key)
      if (list) list.push(note)
      else notes.set(key, [note])
      return note
    },
    removeNote(note) {
      const key = noteKey(note)
      notes.set(
        key,
        (notes.get(key) ?? []).filter((other) => other !== note),
      )
    },
    addDispute(dispute) {
      const added = { id: nextDisputeID++, ...dispute }
      disputes.push(added)
      return added
    },
  }
  for (const note of earlierNotes) administration.addNote(note, note.text)
  return administration
}
