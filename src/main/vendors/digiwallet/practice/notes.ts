import type { ExampleSale, NoteTarget } from '#shared/vendors/digiwallet/sale-note.ts'
import { isDemonstrationSale } from './demonstrations.ts'

/** A note as the environment holds it; `test` says in which of the two administrations. */
export interface PracticeNote extends NoteTarget {
  saleNoteID: number
  text: string
}

/** A note that an app had confirmed, by the number it was given then. */
export type EarlierNote = Pick<PracticeNote, 'text'> & { saleNoteID: number | null }

/** A sale by what identifies it. */
export type PracticeSale = Omit<ExampleSale, 'label'>

/** Sales and their notes; `notes` is for tests to look at. */
export interface NoteBook {
  /** Those in memory. */
  readonly notes: readonly Readonly<PracticeNote>[]
  saleExists(target: NoteTarget): boolean
  /** Where a sale has several notes: the newest, because update and delete carry no note ID to choose by. */
  findNote(target: NoteTarget): PracticeNote | null
  addNote(target: NoteTarget, text: string): PracticeNote
  changeNote(note: PracticeNote, text: string): void
  removeNote(note: PracticeNote): void
}

export interface NoteBookOptions {
  sales: readonly PracticeSale[]
  /** Notes that exist from the start. */
  given?: readonly Omit<PracticeNote, 'saleNoteID'>[]
  /** What an app remembers of a sale's notes, the newest last. */
  earlier?: (target: NoteTarget) => readonly EarlierNote[]
}

/** So many sales are kept in memory where the app remembers the others: far more than are under way at once. */
const salesInMemory = 500

const saleKey = (sale: PracticeSale) => `${sale.outletID}/${sale.saleID}/${sale.paymentMethodCode}`

/** Test notes live in an administration of their own (digiwallet-sale-note.txt, `test`), so `test` is part of the key. */
const noteKey = (target: NoteTarget) => `${saleKey(target)}/${target.test ? 'test' : 'real'}`

/**
 * All that is remembered of notes. A table of a hundred thousand leaves as many behind, so that what the app remembers, too, is
 * forgotten here and asked of it again.
 */
export function createNoteBook({ sales, given = [], earlier = () => [] }: NoteBookOptions): NoteBook {
  const knownSales = new Set(sales.map(saleKey))
  /** Those that were changed last come last. */
  const bySale = new Map<string, { target: NoteTarget; notes: PracticeNote[] }>()
  let nextID = 12345

  const made = ({ outletID, saleID, paymentMethodCode, test }: NoteTarget, { text, saleNoteID }: EarlierNote): PracticeNote => ({
    saleNoteID: saleNoteID ?? nextID++,
    outletID,
    saleID,
    paymentMethodCode,
    test,
    text,
  })
  const notesOf = (target: NoteTarget): PracticeNote[] =>
    bySale.get(noteKey(target))?.notes ?? earlier(target).map((note) => made(target, note))

  /** What the app does not know yet, or never will, stays: an answer that was cut off, or a note from the start. */
  function forgetOldest(): void {
    const [oldest] = bySale
    if (!oldest || bySale.size <= salesInMemory) return
    const [key, { target, notes }] = oldest
    const known = earlier(target)
    bySale.delete(key)
    if (known.length !== notes.length || notes.some(({ text }, at) => text !== known[at]?.text)) bySale.set(key, oldest[1])
  }
  function keep(target: NoteTarget, notes: PracticeNote[]): void {
    const key = noteKey(target)
    bySale.delete(key)
    bySale.set(key, { target, notes })
    forgetOldest()
  }

  const book: NoteBook = {
    get notes() {
      return [...bySale.values()].flatMap(({ notes }) => notes.map((note) => ({ ...note })))
    },
    saleExists: (target) => knownSales.has(saleKey(target)) || isDemonstrationSale(target.saleID),
    findNote: (target) => notesOf(target).at(-1) ?? null,
    addNote(target, text) {
      const note = made(target, { text, saleNoteID: null })
      keep(target, [...notesOf(target), note])
      return note
    },
    changeNote(note, text) {
      keep(note, [...notesOf(note).slice(0, -1), { ...note, text }])
    },
    removeNote(note) {
      keep(note, notesOf(note).slice(0, -1))
    },
  }
  for (const note of given) book.addNote(note, note.text)
  return book
}
