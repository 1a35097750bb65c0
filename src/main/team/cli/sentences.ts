import { TeamFailure, troubleOf } from '../failures.ts'
import { ClerkProblem } from '../server/clerks.ts'
import { KindChanged, NewerTeam } from '../server/migrate.ts'
import { teamSentence } from '../sentences.ts'
import type { TeamAddress } from '../postgres.ts'

const clerkSentences: Readonly<Record<ClerkProblem['problem'], string>> = {
  exists: 'There is a login of this name already: choose another name.',
  'was-here':
    'Somebody of this name was removed from the team. Choose another name: what was done under the old one stays on record.',
  unknown: 'There is no such clerk in this team.',
  'no-account': 'One of these accounts does not exist: npm run team -- status lists them.',
  'bad-name':
    'A clerk\'s login is of small letters, digits, dot, hyphen and underscore, begins with a letter, and not with "pg_" or "balie_".',
}

/** What went wrong, as a sentence that says what to do. */
export function sentenceOf(error: unknown, address: TeamAddress): string {
  if (error instanceof ClerkProblem) return clerkSentences[error.problem]
  if (error instanceof KindChanged)
    return `This Balie says otherwise what items of kind ${error.kind} are about than the team was told: what left would not be known again. Use the version that the team was set up with, and report this.`
  if (error instanceof NewerTeam) return 'This team was set up by a newer Balie: update this one first.'
  const trouble = error instanceof TeamFailure ? error.trouble : troubleOf(error)
  if (trouble === 'not-yours') return `${address.user} may not do this. Use the login that init made, or the database's owner.`
  if (trouble === 'other') return `The database refused: ${error instanceof Error ? error.message : String(error)}`
  return teamSentence('en', trouble, address)
}
