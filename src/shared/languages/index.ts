import { vendorSentences } from '../vendors/sentences.ts'
import { en } from './en/index.ts'
import { nl } from './nl/index.ts'

/** The languages that Balie speaks: a third one is its files and a line here. */
export const languages = { nl, en } as const

export type Language = keyof typeof languages

export const languageTags = Object.keys(languages) as [Language, ...Language[]]

/** All sentences of the app by language: of main, of the screens and of each vendor. A name begins with its module's. */
export const catalogues = {
  nl: { ...nl.sentences, ...vendorSentences.nl },
  en: { ...en.sentences, ...vendorSentences.en },
} as const

/** The name of a sentence; one that does not exist does not compile. */
export type MessageId = keyof (typeof catalogues)['nl']

/** Whether there is a sentence of this name: what an earlier version stored may name one that has gone. */
export const isMessageId = (id: string): id is MessageId => Object.hasOwn(catalogues.nl, id)

export const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag)
