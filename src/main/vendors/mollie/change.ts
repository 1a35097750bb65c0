import { metadataBytes, type ReadNote } from '#shared/vendors/mollie/payment-note.ts'
import { foreignIn, metadataSize, noteIn, sameMetadata, takesNote, withNote, withNoteRemoved, type Metadata } from './metadata.ts'

/** What an item wants of a payment's note. */
export interface WantedNote {
  action: 'create' | 'update' | 'delete'
  /** Empty in a delete. */
  text: string
  /** When the clerk filed it (ISO, UTC): with the text it tells our note from any other. */
  at: string
  /** The note that the clerk saw and agreed to replace or delete; null where none stood there. */
  shown: ReadNote | null
  /** What an earlier item of this desk left there meanwhile; undefined where none did. */
  own?: ReadNote | null | undefined
  /** A person agreed that metadata which is no object is kept as `value`. */
  keepValue: boolean
}

/** Why a change stops before it leaves. Those that ask can be agreed to by a person; the others cannot be done. */
export type Halt = 'noteThere' | 'noteChanged' | 'otherMetadata' | 'foreignNote' | 'tooLarge'

export type Change =
  /** Replace the metadata by this. */
  | { do: 'patch'; metadata: Metadata }
  /** It stands there as wanted: our own earlier try, or a note that was gone already. */
  | { do: 'nothing' }
  | { do: 'halt'; because: Halt; asks: boolean; found: ReadNote | null; bytes: number }

const sameNote = (one: ReadNote | null, other: ReadNote | null) => one?.text === other?.text && one?.at === other?.at

/** Whether the note an item wants is what stands there: then it arrived, whatever the try looked like. */
export const isThere = (metadata: Metadata, wanted: WantedNote): boolean => {
  if (wanted.action === 'delete') return noteIn(metadata) === null && foreignIn(metadata) === undefined
  return sameNote(noteIn(metadata), { text: wanted.text, at: wanted.at })
}

/**
 * What to write, given what was read just now (specs/mollie-payment-note.md): a create asks where a note stands there, an update
 * and a delete ask where it is another than the one that was shown; metadata that is no object is changed by agreement only.
 */
export function changeOf(metadata: Metadata, wanted: WantedNote): Change {
  const found = noteIn(metadata)
  const isExpected = sameNote(found, wanted.shown) || (wanted.own !== undefined && sameNote(found, wanted.own))
  const halt = (because: Halt, asks: boolean, bytes = 0): Change => ({ do: 'halt', because, asks, found, bytes })
  if (isThere(metadata, wanted)) return { do: 'nothing' }
  if (foreignIn(metadata) !== undefined) return halt('foreignNote', false)
  if (wanted.action === 'delete')
    return isExpected ? { do: 'patch', metadata: withNoteRemoved(metadata) } : halt('noteChanged', true)
  if (!takesNote(metadata) && !wanted.keepValue) return halt('otherMetadata', true)
  if (!isExpected) return halt(wanted.shown === null ? 'noteThere' : 'noteChanged', true)
  const next = withNote(metadata, wanted)
  const bytes = metadataSize(next)
  return bytes > metadataBytes.refuse ? halt('tooLarge', false, bytes) : { do: 'patch', metadata: next }
}

/** What a GET makes of an outcome that was unknown. */
export type Settlement =
  /** Our note is there. */
  | 'arrived'
  /** The metadata is as it was read before the PATCH: it may be sent again. */
  | 'not-arrived'
  /** Neither: a person is shown both. */
  | 'asks'

/**
 * Decided by what is read alone, never by an answer that may be a replay. Read no sooner than the request's time-out plus a
 * minute: until then the PATCH may still be on its way.
 */
export function settlementOf(now: Metadata, before: Metadata | undefined, wanted: WantedNote): Settlement {
  if (isThere(now, wanted)) return 'arrived'
  return before !== undefined && sameMetadata(now, before) ? 'not-arrived' : 'asks'
}
