import { folded } from './folded.ts'

/** Whether something typed into a draft holds what is searched, accents and capitals aside. */
export const holds = (fields: Readonly<Record<string, unknown>>, search: string): boolean => {
  const wanted = folded(search.trim())
  return Object.values(fields).some((value) => typeof value === 'string' && folded(value).includes(wanted))
}
