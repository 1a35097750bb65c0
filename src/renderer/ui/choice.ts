import type { Choice } from '#shared/domain/account-fields.ts'

const plain = (text: string) => text.trim().toLocaleLowerCase()

/** The words an entry is known by: its label, with its ID where another has the same label, or its ID alone. */
export function labelOf(choice: Choice, choices: readonly Choice[]): string {
  if (!choice.label) return choice.id
  const isShared = choices.some((other) => other.id !== choice.id && plain(other.label) === plain(choice.label))
  return isShared ? `${choice.label} (${choice.id})` : choice.label
}

/** The words for a value, or the value itself where the list does not have it. */
export function wordsFor(value: string, choices: readonly Choice[]): string {
  const choice = choices.find(({ id }) => id === value)
  return choice ? labelOf(choice, choices) : value
}

/** The one entry that begins with what was typed, or else has it anywhere; null where there is none, or more than one. */
export function onlyMatch(typed: string, choices: readonly Choice[]): Choice | null {
  const wanted = plain(typed)
  if (wanted === '') return null
  const having = (test: (text: string) => boolean) =>
    choices.filter((choice) => test(plain(choice.id)) || test(plain(labelOf(choice, choices))))
  const found = [having((text) => text.startsWith(wanted)), having((text) => text.includes(wanted))].find(
    ({ length }) => length > 0,
  )
  return found?.length === 1 ? (found[0] ?? null) : null
}

/** The value for what was typed: an entry's ID when its ID or its words were typed, else the text as it is. */
export function valueFor(typed: string, choices: readonly Choice[]): string {
  const wanted = plain(typed)
  const match =
    choices.find(({ id }) => id === typed.trim()) ??
    choices.find(({ id }) => plain(id) === wanted) ??
    choices.find((choice) => plain(labelOf(choice, choices)) === wanted)
  return match?.id ?? typed
}
