import { catalogues, type Language } from '#shared/languages/index.ts'

/** The sentences of a language whose names begin with one of these, for a test of one part of them. */
export const sentencesNamed = (language: Language, ...beginnings: string[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(catalogues[language]).filter(([id]) => beginnings.some((beginning) => id.startsWith(beginning))),
  )
