import type { Choice } from '#shared/domain/account-fields.ts'

/** A choice in the account's own words, with the ID that travels; that alone where the account has no words for it. */
export function choiceWords(value: string, choices: readonly Choice[] = []): string {
  const label = choices.find((choice) => choice.id === value)?.label
  return label && label !== value ? `${label} (${value})` : value
}
