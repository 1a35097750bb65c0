import { actionOf, factsOf, submissionKindSchema, type SubmissionKind } from '#shared/domain/kinds.ts'

/** Kinds as SQL lists them; a kind that a disk damaged is in no list. */
export const kindsWhere = (test: (kind: SubmissionKind) => boolean) =>
  `(${submissionKindSchema.options
    .filter(test)
    .map((kind) => `'${kind}'`)
    .join(', ')})`
/** After one of these nothing stands there. */
export const deletingKinds = kindsWhere((kind) => actionOf(kind) === 'delete')
/** Their vendor can be asked what stands there. */
export const readBackKinds = kindsWhere((kind) => factsOf(kind).readsBack)
/**
 * While one of these is of unknown outcome nothing newer for its note leaves: a create, which can't be repeated, and whatever a
 * reading will settle, since its change may still be on its way.
 */
const blockingKinds = kindsWhere((kind) => {
  const { inOrder, readsBack } = factsOf(kind)
  return inOrder && (readsBack || actionOf(kind) === 'create')
})

/** A record that can't be read is never sent, whatever a person did with it. */
export const isSetAside = (item: string) => /* sql */ `
  EXISTS (SELECT 1 FROM set_aside AS aside WHERE aside.source = 'submissions' AND aside.key = CAST(${item}.seq AS TEXT))`
/** What a person put away no longer holds up anything. */
export const isPutAway = (item: string) => /* sql */ `
  EXISTS (SELECT 1 FROM set_aside AS aside WHERE aside.source = 'submissions' AND aside.key = CAST(${item}.seq AS TEXT)
    AND aside.put_away_at IS NOT NULL)`
/**
 * An earlier item for the same note that is not finished goes first; so does an unknown create, and any unknown that a reading settles (specs/decisions.md). One that
 * waits to repeat itself does not: the item that asks has taken its place. One that can't be read holds up what comes after
 * it like one of unknown outcome.
 */
export const blockedByEarlier = /* sql */ `
  (EXISTS (SELECT 1 FROM submissions AS earlier WHERE earlier.note_key = item.note_key AND earlier.seq < item.seq
    AND (earlier.state IN ('sending', 'held') OR (earlier.state = 'queued' AND earlier.repeating = 0)
      OR (earlier.state = 'unknown' AND earlier.kind IN ${blockingKinds})) AND NOT ${isPutAway('earlier')})
    OR EXISTS (SELECT 1 FROM set_aside AS damaged
      WHERE damaged.note_key = item.note_key AND damaged.put_away_at IS NULL AND damaged.seq < item.seq))`
/** A newer item for the same note takes an unknown one's place. */
export const superseded = /* sql */ `
  EXISTS (SELECT 1 FROM submissions AS newer WHERE newer.note_key = item.note_key AND newer.seq > item.seq AND newer.state <> 'withdrawn')`
/** A refused key pauses everything of its account. */
export const accountPaused = /* sql */ `
  EXISTS (SELECT 1 FROM submissions AS held WHERE held.account_id = item.account_id AND held.state = 'held' AND NOT ${isSetAside('held')})`
/** What the ledger asks of an item before it leaves, be it filed by itself or a row of a run. */
export const mayLeave = /* sql */ `
  item.state = 'queued' AND item.asks = 0 AND NOT ${accountPaused} AND (item.note_key IS NULL OR NOT ${blockedByEarlier})
  AND NOT (item.repeating = 1 AND ${superseded}) AND NOT ${isSetAside('item')}`

/** Items about the same thing whose text was erased: by the traces that it may have left, given as JSON. */
export const tracedBy = (traces: string) => /* sql */ `trace IN (SELECT value FROM json_each(${traces}))`

/** May have reached its vendor, or still will. */
export const mayHaveArrived = /* sql */ `
  (state IN ('queued', 'sending', 'sent', 'held', 'unknown', 'closed') OR uncertain = 1) AND state <> 'withdrawn'`
