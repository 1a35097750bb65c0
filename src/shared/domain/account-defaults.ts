import type { BillinkSettings, Choice, DigiwalletSettings } from './account.ts'

/**
 * Billink does not document its categories, so these are words a shop would use, to be replaced by Billink's own; the list
 * is the account's and can be edited (specs/decisions.md, "`category`, `locale`").
 */
export const defaultCategories: readonly Choice[] = [
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

/** DigiWallet's documented host. */
export const digiwalletUrl = 'https://api.digiwallet.nl'

/** What a new Billink account starts from; its URL, path included, is the person's to type. */
export const newBillinkSettings = (): BillinkSettings => ({
  kind: 'billink',
  environment: 'production',
  name: '',
  url: '',
  username: '',
  maxFileMegabytes: 10,
  categories: defaultCategories.map((choice) => ({ ...choice })),
  locales: defaultLocales.map((choice) => ({ ...choice })),
  idField: 'billinkId',
})

/** What a new DigiWallet account starts from. */
export const newDigiwalletSettings = (): DigiwalletSettings => ({
  kind: 'digiwallet',
  environment: 'production',
  name: '',
  url: digiwalletUrl,
  outlets: [],
  testDefault: 'ask',
  bodyFormat: 'form',
})
