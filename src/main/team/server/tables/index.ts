import { team } from './0001-team.ts'

/** In order, each once; `team.version` says how many a database has had. */
export const tables: readonly ((trigrams: string) => string)[] = [team]
