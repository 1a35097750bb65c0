import type { ExampleSale, NoteTarget } from '#shared/vendors/digiwallet/sale-note.ts'
import { isDemonstrationSale } from './demonstrations.ts'

/** A note as the environment holds it; `test` says in which of the two administrations. */
export interface PracticeNote extends NoteTarget {
  saleNoteID: number
  text: string
}

/** A sale by what identifies it. */
export type PracticeSale = Omit<ExampleSale, 'label'>

/** Sales and their notes, in memory; `notes` is for tests to look at. */
export interface NoteBook {
  readonly notes: readonly Readonly<PracticeNote>[]
  saleExists(target: NoteTarget): boolean
  /** Where a sale has several notes: the newest, because update and delete carry no note ID to choose by. */
  findNote(target: NoteTarget): PracticeNote | null
  addNote(target: NoteTarget, text: string): PracticeNote
  removeNote(note: PracticeNote): void
}

const saleKey = (sale: PracticeSale) => `${sale.outletID}/${sale.saleID}/${sale.paymentMethodCode}`

/** Test notes live in an administration of their own (digiwallet-sale-note.txt, `test`), so `test` is part of the key. */
const noteKey = (target: NoteTarget) => `${saleKey(target)}/${target.test ? 'test' : 'real'}`

/** All that is remembered of notes: it starts afresh each time, with the notes it is given. */
export function createNoteBook(sales: readonly PracticeSale[], earlier: readonly Omit<PracticeNote, 'saleNoteID'>[]): NoteBook {
  const knownSales = new Set(sales.map(saleKey))
  const notes = new Map<string, PracticeNote[]>()
  let nextID = 12345

  const book: NoteBook = {
    get notes() {
      return [...notes.values()].flat().map((note) => ({ ...note }))
    },
    saleExists: (target) => knownSales.has(saleKey(target)) || isDemonstrationSale(target.saleID),
    findNote: (target) => notes.get(noteKey(target))?.at(-1) ?? null,
    addNote({ outletID, saleID, paymentMethodCode, test }, text) {
      const note = { saleNoteID: nextID++, outletID, saleID, paymentMethodCode, test, text }
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
  }
  for (const note of earlier) book.addNote(note, note.text)
  return book
}
