import type { nl } from './nl/index.ts'

/** What a language is made of; a sentence that it lacks does not compile. */
export interface LanguageFacts {
  readonly name: string
  readonly locale: string
  readonly sentences: Readonly<Record<keyof (typeof nl)['sentences'], string>>
}
