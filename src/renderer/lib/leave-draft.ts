import { client } from './client.ts'
import type { Navigation } from './navigation.tsx'

/** One that was left with nothing in it is gone, and no way back leads to it. Where main can't be asked it goes with the next start. */
export async function leaveDraft(id: string, { here, forget }: Pick<Navigation, 'here' | 'forget'>): Promise<void> {
  // Drawn anew, as after another choice of language, is not left.
  if (here().id === id) return
  const answer = await client.drafts.leave({ id })
  if (answer.ok && answer.value.discarded) forget(id)
}
