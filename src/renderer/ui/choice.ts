import type { Choice } from '#shared/domain/account.ts'

/** The words for a value: its label, or the value itself where the list has none. */
export const wordsFor = (value: string, choices: readonly Choice[]): string => choices.find((choice) => choice.id === value)?.label || value

/** The value for what was typed: an entry's ID when its label or ID was typed, else the text as it is. */
export function valueFor(typed: string, choices: readonly Choice[]): string {
  const wanted = typed.trim().toLocaleLowerCase()
  const match =
    choices.find((choice) => choice.id.toLocaleLowerCase() === wanted) ?? choices.find((choice) => choice.label.toLocaleLowerCase() === wanted)
  return match?.id ?? typed
}
