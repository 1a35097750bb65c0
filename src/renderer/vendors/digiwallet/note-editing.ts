import type { Account } from '#shared/domain/account.ts'
import type { Outlet } from '#shared/vendors/digiwallet/settings.ts'
import type { KnownNote } from '#shared/vendors/digiwallet/known-note.ts'
import {
  noteTextProblems,
  pathMaxLength,
  pathWarnLength,
  updatePath,
  type NoteTextProblem,
} from '#shared/vendors/digiwallet/note-text.ts'
import type { NoteDraftFields, NoteTarget } from '#shared/vendors/digiwallet/sale-note.ts'
import { methodName } from './method-words.ts'

/** What the editor says under the text while a person types. */
export interface TextStatus {
  readonly text: string
  readonly characters: number
  /** How long the update's path becomes; null where the text does not travel in a path or cannot be encoded at all. */
  readonly pathLength: number | null
  readonly pathState: 'fine' | 'long' | 'tooLong'
  /** Why this text cannot leave, without `blank`: an empty field is no mistake while typing. */
  readonly problems: readonly Exclude<NoteTextProblem, 'blank'>[]
}

/** Reads a text as sending would; only an update travels in the path and so has limits of its own. */
export function textStatus(fields: NoteDraftFields): TextStatus {
  const { text, action } = fields
  const characters = Array.from(text).length
  if (action === 'delete') return { text, characters, pathLength: null, pathState: 'fine', problems: [] }
  const lengthOf = (value: string) => updatePath({ ...fields, text: value, test: fields.test ?? false }).length
  const problems = noteTextProblems(text, action, lengthOf).filter((problem) => problem !== 'blank')
  const pathLength = action === 'update' && text.isWellFormed() ? lengthOf(text) : null
  return { text, characters, pathLength, pathState: pathStateOf(pathLength), problems }
}

function pathStateOf(length: number | null): TextStatus['pathState'] {
  if (length === null || length <= pathWarnLength) return 'fine'
  return length <= pathMaxLength ? 'long' : 'tooLong'
}

/** The outlets of a DigiWallet account; none for an account of another kind or one that was removed. */
export const outletsOf = (account: Account | null): Outlet[] =>
  account?.settings.kind === 'digiwallet' ? account.settings.outlets : []

/** An outlet by the name a clerk knows it by, with its ID; the ID alone where the account has no name for it. */
export function outletWords(account: Account | null, id: string): string {
  const outlet = outletsOf(account).find((candidate) => candidate.id === id.trim())
  return outlet?.label ? `${outlet.label} (${outlet.id})` : id.trim()
}

/** Where the note goes: DigiWallet forces test for an outlet in test mode and does not say so, so the screen does. */
export function testOf(
  account: Account | null,
  { outletID, test }: Pick<NoteDraftFields, 'outletID' | 'test'>,
): { readonly value: boolean | null; readonly forced: boolean } {
  const forced = outletsOf(account).some((outlet) => outlet.testMode && outlet.id === outletID.trim())
  return { value: forced || test, forced }
}

/**
 * The way out for a text an update cannot carry: this draft creates the note with the text, which then travels in the
 * body, after another has deleted it. The delete keeps the text that stood there, so that it is not lost with the note.
 */
export const deletionBefore = (fields: NoteDraftFields, oldText: string | null): NoteDraftFields => ({
  ...fields,
  action: 'delete',
  text: oldText ?? '',
})

/** True when both are the same note at DigiWallet. */
export const sameNote = (
  a: NoteTarget,
  b: Omit<NoteTarget, 'test' | 'paymentMethodCode'> & { paymentMethodCode: string; test: boolean | null },
) =>
  a.outletID === b.outletID.trim() &&
  a.saleID === b.saleID.trim() &&
  a.paymentMethodCode === b.paymentMethodCode &&
  a.test === b.test

/** What a list says of a known note beside its number: the text, or why there is none. */
export function knownText({ text, newest }: KnownNote): { text: string } | { says: 'deleted' | 'noText' } {
  if (text !== null) return { text }
  return { says: newest.kind === 'note.delete' && newest.state === 'sent' ? 'deleted' : 'noText' }
}

/** DigiWallet gives out no even number above this one; a warning and no more, since that rule is not in its document. */
const lastEvenOutlet = 62_239
export const isUnlikelyOutlet = (outletID: string): boolean =>
  /^\d{1,15}$/.test(outletID.trim()) && Number(outletID) > lastEvenOutlet && Number(outletID) % 2 === 0

/** A note that may be there: it can be updated or deleted. */
export const canChange = ({ text, newest }: KnownNote): boolean =>
  text !== null || (newest.kind !== 'note.delete' && ['sent', 'unknown', 'closed'].includes(newest.state))

/** What its newest item is looked up by. */
export const outcomeOf = ({ target, newest }: KnownNote) => ({
  id: newest.submissionId,
  kind: newest.kind,
  subject: target.saleID,
  context: `${target.outletID} · ${methodName(target.paymentMethodCode)}`,
})
