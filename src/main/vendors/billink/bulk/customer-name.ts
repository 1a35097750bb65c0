import type { BulkColumn, FieldSource } from '#shared/domain/bulk.ts'
import { customerWords } from '../../../bulk/vocabulary/common-names.ts'
import { comparable } from '../../../bulk/vocabulary/column-names.ts'
import { placeholder } from '../../../bulk/vocabulary/placeholder.ts'

const parts = {
  first: ['firstname', 'voornaam', 'givenname', 'fname', 'roepnaam'],
  infix: ['tussenvoegsel', 'tussenvoegsels', 'middlename', 'lastnamepreposition', 'infix'],
  last: ['lastname', 'achternaam', 'surname', 'familyname', 'familienaam', 'lname'],
} as const

/** Whose names they are, likeliest first; those of an address to ship to are not the customer's. */
const owners = [...customerWords.split(' '), '']

/** A first and a last name of the same person, as a template; null where there are no two that belong together. */
export function namesTogether(columns: readonly BulkColumn[]): FieldSource | null {
  for (const owner of owners) {
    const find = (stems: readonly string[]) =>
      columns.find(({ name }) => stems.some((stem) => [owner + stem, stem + owner].includes(comparable(name))))
    const first = find(parts.first)
    const last = find(parts.last) ?? (first && restOf(first, find(['naam'])))
    if (!first || !last) continue
    const infix = find(parts.infix)
    const template = [placeholder(first), ...(infix ? [placeholder(infix, true)] : []), placeholder(last)].join(' ')
    return { from: 'template', template }
  }
  return null
}

/** Beside "Voornaam" many tables call the last name "Naam"; others have the whole name there. */
function restOf(first: BulkColumn, column: BulkColumn | undefined): BulkColumn | undefined {
  const isWhole = column?.samples.some((sample) => first.samples.some((name) => sample.startsWith(name)))
  return isWhole ? undefined : column
}
