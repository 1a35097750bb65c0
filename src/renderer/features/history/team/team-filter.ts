import { isBeginning } from '#shared/domain/history-filter.ts'
import type { Narrowing } from '#shared/domain/history-narrowing.ts'
import type { TeamFilter } from '#shared/domain/team-item.ts'
import { sharedState } from '../../../lib/shared-state.ts'
import { momentsOf } from '../period.ts'

/** What only the team's items are narrowed by: the team's account, and who filed it, by login. */
export interface TeamNarrowing {
  readonly account: string
  readonly clerk: string
}
export const wholeTeam: TeamNarrowing = { account: 'all', clerk: 'all' }

const shown = sharedState(wholeTeam)

/** Narrows the team's history, beside what history is narrowed by. */
export const narrowTeam = (part: Partial<TeamNarrowing>): void => shown.set({ ...shown.get(), ...part })
export const useTeamNarrowing = shown.use

/** The narrowing in main's words. */
export function teamFilterOf(narrowing: Narrowing, team: TeamNarrowing, now = new Date()): TeamFilter {
  const { search, kind, state, test, period, own } = narrowing
  return {
    // A team's database has no index of fewer letters.
    search: isBeginning(search) ? '' : search.trim(),
    kinds: kind === 'all' ? [] : [kind],
    states: state === 'all' ? [] : [state],
    account: team.account === 'all' ? null : Number(team.account),
    clerk: team.clerk === 'all' ? null : team.clerk,
    test: test === 'all' ? null : test === 'test',
    ...momentsOf(period, own, now),
  }
}

/** How many of the filters that are folded away leave something out. */
export const foldedTeamFilters = ({ kind, state, test }: Narrowing, { account }: TeamNarrowing): number =>
  [kind, state, test, account].filter((value) => value !== 'all').length
