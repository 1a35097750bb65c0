import { describe, expect, test } from 'vitest'
import type { NotePayload, NoteTarget } from '#shared/vendors/digiwallet/sale-note.ts'
import { createNoteBook, type NoteBook } from '#main/vendors/digiwallet/practice/notes.ts'
import { notesLeft } from '#main/vendors/digiwallet/practice/notes-left.ts'
import type { Confirmed } from '#main/vendors/vendor.ts'
import { seeded } from '#test/faults/harness/random.ts'

const target = (sale: number): NoteTarget => ({
  outletID: '12345',
  saleID: String(10_000_000 + sale),
  paymentMethodCode: 'IDE',
  test: true,
})

/** An app beside a book: what the vendor answered is confirmed some time later, and now and then never. */
function appOf() {
  const confirmed = new Map<string, Confirmed<NotePayload>[]>()
  const late: (() => void)[] = []
  return {
    earlier: ({ saleID }: NoteTarget) => notesLeft(confirmed.get(saleID) ?? []),
    hears(payload: NotePayload, vendorNumber: string | null) {
      const { saleID } = payload.target
      late.push(() => confirmed.set(saleID, [...(confirmed.get(saleID) ?? []), { payload, vendorNumber }]))
      if (late.length > 16) late.shift()?.()
    },
  }
}

function act(book: NoteBook, action: NotePayload['action'], at: NoteTarget, text: string): number | null {
  if (action === 'create') return book.addNote(at, text).saleNoteID
  const note = book.findNote(at)
  if (!note) return null
  if (action === 'delete') book.removeNote(note)
  else book.changeNote(note, text)
  return note.saleNoteID
}

describe('notes of the practice environment', () => {
  test('are what they were where most of them are only in the app’s memory', () => {
    const app = appOf()
    const [bounded, whole] = [createNoteBook({ sales: [], earlier: app.earlier }), createNoteBook({ sales: [] })]
    const random = seeded(4)
    const differing: string[] = []
    let most = 0
    for (let step = 0; step < 20_000; step += 1) {
      const at = target(random.below(3000))
      const action = random.pick(['create', 'create', 'update', 'delete'] as const)
      const text = `Factuur ${step}`
      const given = [bounded, whole].map((book) => act(book, action, at, text))
      // An answer that was cut off is never confirmed.
      if (given[0] !== null && random.below(200) > 0)
        app.hears(
          { kind: 'note', action, target: at, ...(action !== 'delete' && { text }) },
          action === 'delete' ? null : String(given[0]),
        )
      const [found, expected] = [bounded, whole].map((book) => book.findNote(at))
      if (given[0] !== given[1] || found?.text !== expected?.text) differing.push(`${step} ${action} ${at.saleID}`)
      most = Math.max(most, bounded.notes.length)
    }
    expect(differing.slice(0, 5)).toEqual([])
    expect(most).toBeLessThan(1500)
    expect(whole.notes.length).toBeGreaterThan(2500)
  })
})
