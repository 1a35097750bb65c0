import type { Account, Outlet } from '#shared/domain/account.ts'
import { noteTextProblems, pathMaxLength, pathWarnLength, updatePath, type NoteTextProblem } from '#shared/domain/note-text.ts'
import type { NoteDraftFields } from '#shared/domain/sale-note.ts'

/** What the editor says under the text while a person types. */
export interface TextStatus {
  characters: number
  /** How long the update's path becomes; null where the text does not travel in a path or cannot be encoded at all. */
  pathLength: number | null
  pathState: 'fine' | 'long' | 'tooLong'
  /** Why this text cannot leave, without `blank`: an empty field is no mistake while typing. */
  problems: Exclude<NoteTextProblem, 'blank'>[]
}

/** Reads a text as sending would; only an update travels in the path and so has limits of its own. */
export function textStatus(fields: NoteDraftFields): TextStatus {
  const { text, action } = fields
  const characters = Array.from(text).length
  if (action === 'delete') return { characters, pathLength: null, pathState: 'fine', problems: [] }
  const lengthOf = (value: string) => updatePath({ ...fields, text: value, test: fields.test ?? false }).length
  const problems = noteTextProblems(text, action, lengthOf).filter((problem) => problem !== 'blank')
  const pathLength = action === 'update' && text.isWellFormed() ? lengthOf(text) : null
  return { characters, pathLength, pathState: pathStateOf(pathLength), problems }
}

function pathStateOf(length: number | null): TextStatus['pathState'] {
  if (length === null || length <= pathWarnLength) return 'fine'
  return length <= pathMaxLength ? 'long' : 'tooLong'
}

/** The outlets of a DigiWallet account; none for an account of another kind. */
export const outletsOf = (account: Account | undefined): Outlet[] =>
  account?.settings.kind === 'digiwallet' ? account.settings.outlets : []

/** The outlet a typed number stands for, if the account lists it. */
export const outletById = (account: Account | undefined, id: string): Outlet | undefined =>
  outletsOf(account).find((outlet) => outlet.id === id.trim())

/** Where the note goes: DigiWallet forces test for an outlet in test mode and does not say so, so the screen does. */
export function testOf(
  account: Account | undefined,
  fields: Pick<NoteDraftFields, 'outletID' | 'test'>,
): {
  value: boolean | null
  forced: boolean
} {
  if (outletById(account, fields.outletID)?.testMode) return { value: true, forced: true }
  return { value: fields.test, forced: false }
}

/** What a new note starts with: the account's default flag, and the outlet where there is only one to choose. */
export function startingNote(account: Account): Partial<NoteDraftFields> {
  if (account.settings.kind !== 'digiwallet') return {}
  const { outlets, testDefault } = account.settings
  const only = outlets.length === 1 ? outlets[0] : undefined
  return {
    test: testDefault === 'ask' ? null : testDefault === 'on',
    ...(only ? { outletID: only.id } : {}),
  }
}

/**
 * The way out for a text an update cannot carry: delete the note, then create it again with the text, which then travels
 * in the body. The delete keeps the text that stood there, so that it is not lost with the note.
 */
export function remakeOf(fields: NoteDraftFields, oldText: string | null): { remove: NoteDraftFields; create: NoteDraftFields } {
  return {
    remove: { ...fields, action: 'delete', text: oldText ?? '' },
    create: { ...fields, action: 'create' },
  }
}
