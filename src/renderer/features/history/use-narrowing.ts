import type { Narrowing } from '#shared/domain/history-narrowing.ts'
import { sharedState } from '../../lib/shared-state.ts'
import { everything } from './history-filter.ts'

const narrowing = sharedState<Narrowing>(everything)

/** Narrows history, wherever that is asked for. */
export const narrow = (part: Partial<Narrowing>): void => narrowing.set({ ...narrowing.get(), ...part })

/** What history is narrowed to: it stays so while a person looks at another screen. */
export const useNarrowing = narrowing.use
