import type { AccountSettings } from '#shared/domain/account.ts'
import type { BulkColumn, BulkField, BulkKind, BulkPlan, FieldSource } from '#shared/domain/bulk.ts'
import { methodOf } from '../checking/methods.ts'
import { actionOf, testOf } from '../checking/words.ts'
import { nameRank } from './names.ts'
import { fieldsOf } from './plan.ts'

/** What a plan may take from the account: its outlets and whether its notes are tests. */
type Account = Pick<Extract<AccountSettings, { kind: 'digiwallet' }>, 'outlets' | 'testDefault'>

/**
 * A first plan: by the names of the columns, then by what is in them, then what is the same for every row. It is only ever a
 * suggestion: a person sees it with their own rows before anything is checked.
 */
export function suggestPlan(kind: BulkKind, columns: readonly BulkColumn[], account: Account | null): BulkPlan {
  const sources: BulkPlan['sources'] = {}
  const free = new Set(columns)
  const give = (field: BulkField, column: BulkColumn | undefined) => {
    if (!column || sources[field]) return
    sources[field] = { from: 'column', column: column.index }
    free.delete(column)
  }
  for (const field of fieldsOf(kind)) give(field, bestNamed(field, [...free]))
  for (const [field, looksLike] of contents[kind]) {
    const candidates = [...free].filter(({ samples }) => samples.length > 0 && samples.every(looksLike))
    // Two columns that could be it are a question for the person.
    if (candidates.length === 1) give(field, candidates[0])
  }
  return { sources: { ...defaults(kind, columns, account), ...sources } }
}

function bestNamed(field: BulkField, columns: readonly BulkColumn[]): BulkColumn | undefined {
  const ranked = columns.flatMap((column) => {
    const rank = nameRank(field, column.name)
    return rank === null ? [] : [{ column, rank }]
  })
  return ranked.toSorted((a, b) => a.rank - b.rank)[0]?.column
}

type Content = readonly [BulkField, (sample: string) => boolean]

const dutchOrEnglishLocale = /^(nl|en|de|fr)([-_][a-z]{2})?$/i

/** In the order in which they take a column: what is told apart most surely comes first. */
const contents: Record<BulkKind, readonly Content[]> = {
  notes: [
    ['paymentMethodCode', (sample) => methodOf(sample) !== null],
    // Digits are methods, actions and test marks to nobody; `1` and `0` are tests only where a column is named so.
    ['action', (sample) => !/^\d/.test(sample) && actionOf(sample) !== null],
    ['test', (sample) => !/^\d/.test(sample.trim()) && testOf(sample) !== null],
    // DigiWallet's outlets have five or six digits and its transactions eight or more, by its document's examples.
    ['outletID', (sample) => /^\d{4,6}$/.test(sample.trim())],
    ['saleID', (sample) => /^\d{7,12}$/.test(sample.trim())],
    ['text', (sample) => /\p{L}.*\s.*\p{L}|\p{L}.*\s.*\d/u.test(sample)],
  ],
  disputes: [
    ['customerEmail', (sample) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(sample.trim())],
    ['file', (sample) => /\.(png|pdf|jpe?g|docx?|heic)$/i.test(sample.trim())],
    ['locale', (sample) => dutchOrEnglishLocale.test(sample.trim())],
  ],
}

/** What every row shares when no column says otherwise. */
function defaults(kind: BulkKind, columns: readonly BulkColumn[], account: Account | null): BulkPlan['sources'] {
  if (kind === 'disputes') return { locale: { from: 'fixed', value: 'nl' } }
  const [outlet, ...others] = account?.outlets ?? []
  const text = invoiceTemplate(columns)
  return {
    action: { from: 'fixed', value: 'create' },
    ...(outlet && others.length === 0 ? { outletID: { from: 'fixed', value: outlet.id } } : {}),
    ...(account && account.testDefault !== 'ask'
      ? { test: { from: 'fixed', value: account.testDefault === 'on' ? '1' : '0' } }
      : {}),
    ...(text ? { text } : {}),
  }
}

/** Most notes tell which invoice a sale ended up on. */
function invoiceTemplate(columns: readonly BulkColumn[]): FieldSource | null {
  const invoice = bestNamed('invoice', columns)
  return invoice ? { from: 'template', template: `Factuur {${invoice.name.replace(/[{}]/g, '')}}` } : null
}
