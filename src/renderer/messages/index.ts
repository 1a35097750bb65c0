import { libMessages } from '../lib/messages.ts'
import { uiMessages } from '../ui/messages.ts'

/** All sentences of the app in both languages; a feature's own stand beside it and are added here. */
export const catalogues = {
  nl: { ...libMessages.nl, ...uiMessages.nl },
  en: { ...libMessages.en, ...uiMessages.en },
} as const

/** The name of a sentence; one that does not exist does not compile. */
export type MessageId = keyof (typeof catalogues)['nl']
