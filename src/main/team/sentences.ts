import type { Message } from '#shared/domain/message.ts'
import type { Language } from '#shared/languages/index.ts'
import { sayIn } from '../text/say.ts'
import type { TeamTrouble } from './failures.ts'
import type { TeamAddress } from './postgres.ts'

/** Why a team's database can't be used and what to do, with the names that help to find out. */
export const teamMessage = (trouble: TeamTrouble, { host, port, database, user }: TeamAddress): Message => ({
  id: `team.trouble.${trouble}`,
  values: { host, port: String(port), database, user },
})

/** The same as text, for a terminal. */
export const teamSentence = (language: Language, trouble: TeamTrouble, { host, port, database, user }: TeamAddress): string =>
  sayIn(language)(`team.trouble.${trouble}`, { host, port: String(port), database, user })
