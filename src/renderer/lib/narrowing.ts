import { newestFirst } from '#shared/domain/history-filter.ts'
import type { Narrowing } from '#shared/domain/history-narrowing.ts'
import { sharedState } from './shared-state.ts'

/** What history begins with: all there is, the newest first. */
export const everything: Narrowing = {
  search: '',
  period: 'all',
  own: { from: '', until: '' },
  kind: 'all',
  state: 'all',
  account: 'all',
  environment: 'all',
  test: 'all',
  run: 'all',
  order: newestFirst,
}

const narrowing = sharedState<Narrowing>(everything)

/** Narrows history, wherever that is asked for. */
export const narrow = (part: Partial<Narrowing>): void => narrowing.set({ ...narrowing.get(), ...part })

/** What history is narrowed to: it stays so while a person looks at another screen. */
export const useNarrowing = narrowing.use

/** Whose items history shows. */
export type Whose = 'mine' | 'team'

const whose = sharedState<Whose>('mine')

/** Shows one's own items, or the team's. */
export const showWhose = whose.set

/** Whose items are shown: it stays so while a person looks at another screen. */
export const useWhose = whose.use

/** What only the team's items are narrowed by: the team's account, and who filed it, by login. */
export interface TeamNarrowing {
  readonly account: string
  readonly clerk: string
}
export const wholeTeam: TeamNarrowing = { account: 'all', clerk: 'all' }

const teamNarrowing = sharedState(wholeTeam)

/** Narrows the team's history, beside what history is narrowed by. */
export const narrowTeam = (part: Partial<TeamNarrowing>): void => teamNarrowing.set({ ...teamNarrowing.get(), ...part })
export const useTeamNarrowing = teamNarrowing.use
