/** The manuals of `docs/`, which `tools/build/manual.ts` puts in the bundle: one part for each language. */
declare module 'virtual:manual' {
  import type { Manual } from '#shared/domain/manual.ts'
  import type { Language } from '#shared/languages/index.ts'

  export const manuals: Record<Language, () => Promise<{ manual: Manual }>>
}
