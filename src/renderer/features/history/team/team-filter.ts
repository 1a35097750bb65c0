import { isBeginning } from '#shared/domain/history-filter.ts'
import type { Narrowing } from '#shared/domain/history-narrowing.ts'
import type { TeamFilter } from '#shared/domain/team-item.ts'
import type { TeamNarrowing } from '../../../lib/narrowing.ts'
import { momentsOf } from '../period.ts'

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
