import * as z from 'zod'
import { says } from '../../languages/says.ts'
import {
  accountNameSchema,
  accountUrlSchema,
  choiceSchema,
  defaultChoiceSchema,
  type Choice,
} from '../../domain/account-fields.ts'

/** The name under which the ID travels: as the dispute's document spells it, or as Billink's sibling calls do. */
export const billinkIdFieldSchema = z.enum(['billinkId', 'billinkID'])
export type BillinkIdField = z.infer<typeof billinkIdFieldSchema>

/** What an account at Billink is made of, but for its secret. */
export const billinkSettingsSchema = z.object({
  kind: z.literal('billink'),
  environment: z.enum(['practice', 'staging', 'production']),
  name: accountNameSchema,
  /** The full dispute URL: the path is not public, so none is guessed. */
  url: accountUrlSchema,
  username: z.string().trim().min(1, says('validation.required')).max(200, says('validation.tooLong')),
  /** Undocumented by Billink, so the person can move it. */
  maxFileMegabytes: z
    .number(says('validation.fileLimit'))
    .int(says('validation.fileLimit'))
    .min(1, says('validation.fileLimit'))
    .max(100, says('validation.fileLimit')),
  categories: z.array(choiceSchema).max(500),
  locales: z.array(choiceSchema).max(100),
  /** What a new dispute begins with: one of the lists above, by its ID. */
  defaultCategory: defaultChoiceSchema,
  defaultLocale: defaultChoiceSchema,
  /** Absent in accounts of before, which go by the document. */
  idField: billinkIdFieldSchema.optional(),
})
export type BillinkSettings = z.infer<typeof billinkSettingsSchema>

/**
 * Words a shop would use, for the practice environment: Billink does not document its categories, so that an account of one's own
 * starts with none, and takes what is typed (specs/decisions.md, "`category`, `locale`").
 */
export const practiceCategories: readonly Choice[] = [
  { id: 'retour', label: 'Retour gestuurd' },
  { id: 'niet-ontvangen', label: 'Niet ontvangen' },
  { id: 'beschadigd', label: 'Beschadigd of defect' },
  { id: 'verkeerd-artikel', label: 'Verkeerd artikel' },
  { id: 'verkeerd-bedrag', label: 'Verkeerd bedrag' },
  { id: 'al-betaald', label: 'Al betaald' },
  { id: 'geannuleerd', label: 'Bestelling geannuleerd' },
  { id: 'overig', label: 'Overig' },
]

export const defaultLocales: readonly Choice[] = [
  { id: 'nl', label: 'Nederlands' },
  { id: 'en', label: 'English' },
  { id: 'de', label: 'Deutsch' },
  { id: 'fr', label: 'Français' },
]

/** What a new Billink account starts from; its URL, path included, is the person's to type. */
export const newBillinkSettings = (): BillinkSettings => ({
  kind: 'billink',
  environment: 'production',
  name: '',
  url: '',
  username: '',
  maxFileMegabytes: 10,
  categories: [],
  locales: defaultLocales.map((choice) => ({ ...choice })),
  defaultCategory: '',
  defaultLocale: '',
  idField: 'billinkId',
})

/** How large a file may be that goes with a dispute. */
export const maxFileBytesOf = ({ maxFileMegabytes }: Pick<BillinkSettings, 'maxFileMegabytes'>): number =>
  maxFileMegabytes * 1024 * 1024
