import { accountMessages } from '#shared/messages/account.ts'
import { attachmentMessages } from '#shared/messages/attachment.ts'
import { damageMessages } from '#shared/messages/damage.ts'
import { bulkReadingMessages } from '#shared/messages/bulk-reading.ts'
import { bulkRunMessages } from '#shared/messages/bulk-run.ts'
import { ledgerDoubtMessages } from '#shared/messages/ledger-doubt.ts'
import { bulkMessages } from '#shared/messages/bulk.ts'
import { failureMessages } from '#shared/messages/failure.ts'
import { outboxMessages } from '#shared/messages/outbox.ts'
import { outcomeMessages } from '#shared/messages/outcome.ts'
import { validationMessages } from '#shared/messages/validation.ts'
import { bulkScreenMessages } from '../features/bulk/messages.ts'
import { disputesMessages } from '../features/disputes/messages.ts'
import { historyMessages } from '../features/history/messages.ts'
import { onboardingMessages } from '../features/onboarding/messages.ts'
import { outboxScreenMessages } from '../features/outbox/messages.ts'
import { notesMessages } from '../features/sale-notes/messages.ts'
import { settingsMessages } from '../features/settings/messages.ts'
import { preferencesMessages } from '../features/settings/preferences-messages.ts'
import { shellMessages } from '../features/shell/messages.ts'
import { libMessages } from '../lib/messages.ts'
import { damagedMessages } from '../ui/damaged/messages.ts'
import { draftMessages } from '../ui/draft/messages.ts'
import { uiMessages } from '../ui/messages.ts'
import { proxyMessages } from '../ui/proxy/messages.ts'
import { submissionMessages } from '../ui/submission/messages.ts'

/** All sentences of the app in both languages: those main names, and each module's own. Names begin with their module. */
export const catalogues = {
  nl: {
    ...accountMessages.nl,
    ...attachmentMessages.nl,
    ...bulkMessages.nl,
    ...bulkReadingMessages.nl,
    ...bulkRunMessages.nl,
    ...ledgerDoubtMessages.nl,
    ...damageMessages.nl,
    ...failureMessages.nl,
    ...outboxMessages.nl,
    ...outcomeMessages.nl,
    ...validationMessages.nl,
    ...libMessages.nl,
    ...uiMessages.nl,
    ...damagedMessages.nl,
    ...draftMessages.nl,
    ...proxyMessages.nl,
    ...submissionMessages.nl,
    ...shellMessages.nl,
    ...onboardingMessages.nl,
    ...disputesMessages.nl,
    ...notesMessages.nl,
    ...bulkScreenMessages.nl,
    ...outboxScreenMessages.nl,
    ...historyMessages.nl,
    ...settingsMessages.nl,
    ...preferencesMessages.nl,
  },
  en: {
    ...accountMessages.en,
    ...attachmentMessages.en,
    ...bulkMessages.en,
    ...bulkReadingMessages.en,
    ...bulkRunMessages.en,
    ...ledgerDoubtMessages.en,
    ...damageMessages.en,
    ...failureMessages.en,
    ...outboxMessages.en,
    ...outcomeMessages.en,
    ...validationMessages.en,
    ...libMessages.en,
    ...uiMessages.en,
    ...damagedMessages.en,
    ...draftMessages.en,
    ...proxyMessages.en,
    ...submissionMessages.en,
    ...shellMessages.en,
    ...onboardingMessages.en,
    ...disputesMessages.en,
    ...notesMessages.en,
    ...bulkScreenMessages.en,
    ...outboxScreenMessages.en,
    ...historyMessages.en,
    ...settingsMessages.en,
    ...preferencesMessages.en,
  },
} as const

/** The name of a sentence; one that does not exist does not compile. */
export type MessageId = keyof (typeof catalogues)['nl']
