import type { Administration } from './administration.ts'
import type { Demonstrations } from './demonstrations.ts'
import type { PracticeSwitches } from './switches.ts'

/** What both vendors' handlers work on. */
export interface PracticeParts {
  administration: Administration
  demonstrations: Demonstrations
  switches: PracticeSwitches
  now: () => Date
}
