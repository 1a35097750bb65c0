import { team } from './0001-team.ts'
import { grace } from './0002-grace.ts'
import { settling } from './0003-settling.ts'
import { made } from './0004-made.ts'

/** In order, each once; `team.version` says how many a database has had. */
export const tables: readonly ((trigrams: string) => string)[] = [team, () => grace, () => settling, () => made]
