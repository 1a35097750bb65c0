import type * as z from 'zod'
import { withoutValues } from '../domain/blanks.ts'
import { folded } from '../domain/folded.ts'
import type { Kind } from '../domain/kinds.ts'
import { catalogues, languageTags, type Language } from '../languages/index.ts'
import { sharedVendorOf, templateFieldsOf, type draftStartSchema, type TemplateField, type TypedFields } from './index.ts'

/** What a template takes from its surroundings: fields of the form, and what every form has. */
export type Placeholder = TemplateField | 'date' | 'account'

export const placeholdersOf = (kind: Kind): readonly Placeholder[] => [...templateFieldsOf(kind), 'date', 'account']

/** As it stands between braces. */
export const placeholderName = (placeholder: Placeholder, language: Language): string =>
  catalogues[language][`placeholder.${placeholder}`]

/** Which one a name means, in whichever language it was written: a text outlives a change of language. */
export const placeholderNamed = (kind: Kind, name: string): Placeholder | null =>
  placeholdersOf(kind).find((placeholder) =>
    languageTags.some((language) => folded(placeholderName(placeholder, language)) === folded(name)),
  ) ?? null

/** What of these fields speaks of one item alone, each with the name of its placeholder: in its place another's can come. */
export const ownValuesOf = (kind: Kind, fields: TypedFields, language: Language): { name: string; value: string }[] => {
  const { keptForNext } = sharedVendorOf(kind)
  const values = new Map(Object.entries(fields))
  return templateFieldsOf(kind)
    .filter((field) => !keptForNext.includes(field))
    .map((field) => ({ name: placeholderName(field, language), value: String(values.get(field) ?? '') }))
}

/**
 * What the next of several similar items begins with, after one with these fields: neither what it speaks of nor the customer, in
 * its text neither.
 */
export function nextStartOf(
  kind: Kind,
  accountId: string,
  typed: TypedFields,
  language: Language,
): z.infer<typeof draftStartSchema> {
  const { keptForNext, templates } = sharedVendorOf(kind)
  const own = ownValuesOf(kind, typed, language)
  const fields = Object.entries(typed)
    .filter(([name]) => keptForNext.includes(name))
    .map(([name, value]): [string, unknown] => [
      name,
      name === templates.field && typeof value === 'string' ? withoutValues(value, own) : value,
    ])
  return { kind, accountId, fields: Object.fromEntries(fields) }
}
