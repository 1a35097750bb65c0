import { sharedState } from '../../lib/shared-state.ts'

/** Whose items history shows. */
export type Whose = 'mine' | 'team'

const whose = sharedState<Whose>('mine')

/** Shows one's own items, or the team's. */
export const showWhose = whose.set

/** Whose items are shown: it stays so while a person looks at another screen. */
export const useWhose = whose.use
