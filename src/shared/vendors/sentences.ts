import { sentences as billinkEn } from './billink/languages/en.ts'
import { sentences as billinkNl } from './billink/languages/nl.ts'
import { sentences as digiwalletEn } from './digiwallet/languages/en.ts'
import { sentences as digiwalletNl } from './digiwallet/languages/nl.ts'
import { sentences as mollieEn } from './mollie/languages/en.ts'
import { sentences as mollieNl } from './mollie/languages/nl.ts'

/** The sentences of each vendor's folder. */
export const vendorSentences = {
  nl: { ...billinkNl, ...digiwalletNl, ...mollieNl },
  en: { ...billinkEn, ...digiwalletEn, ...mollieEn },
} as const
