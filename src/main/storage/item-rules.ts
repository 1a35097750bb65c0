/**
 * An earlier item for the same note that is not finished goes first; so does an unknown create (specs/decisions.md). One that
 * waits to repeat itself does not: the item that asks has taken its place.
 */
export const blockedByEarlier = /* sql */ `
  EXISTS (SELECT 1 FROM submissions AS earlier WHERE earlier.note_key = item.note_key AND earlier.seq < item.seq
    AND (earlier.state IN ('sending', 'held') OR (earlier.state = 'queued' AND earlier.repeating = 0)
      OR (earlier.state = 'unknown' AND earlier.kind = 'note.create')))`
/** A newer item for the same note takes an unknown one's place. */
export const superseded = /* sql */ `
  EXISTS (SELECT 1 FROM submissions AS newer WHERE newer.note_key = item.note_key AND newer.seq > item.seq AND newer.state <> 'withdrawn')`
/** A refused key pauses everything of its account. */
const accountPaused = /* sql */ `
  EXISTS (SELECT 1 FROM submissions AS held WHERE held.account_id = item.account_id AND held.state = 'held')`
/** What the ledger asks of an item before it leaves, be it filed by itself or a row of a run. */
export const mayLeave = /* sql */ `
  item.state = 'queued' AND item.asks = 0 AND NOT ${accountPaused} AND (item.note_key IS NULL OR NOT ${blockedByEarlier})
  AND NOT (item.repeating = 1 AND ${superseded})`

/** What a row's item is found by; as for single items. */
export const searchText = `subject || char(10) || context || char(10) || excerpt || char(10) || coalesce(vendor_number, '')`
