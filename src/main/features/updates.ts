import type { contract } from '#shared/ipc/contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import type { Updates } from '../updates/updates.ts'

/** What the screens may ask of newer versions. */
export const updateHandlers = (updates: Updates): GroupHandlers<(typeof contract)['updates']> => ({
  state: () => updates.state(),
  check: async () => {
    await updates.check()
    return updates.state()
  },
  install: async () => {
    await updates.installNow()
    return {}
  },
})
