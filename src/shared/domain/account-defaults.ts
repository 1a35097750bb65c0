import type { BillinkSettings, Choice, DigiwalletSettings } from './account.ts'

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
  categories: [],
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

/** What a new account of each vendor starts from. */
export const newSettings = { billink: newBillinkSettings, digiwallet: newDigiwalletSettings } as const
