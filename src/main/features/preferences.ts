import type { Preferences } from '#shared/domain/preferences.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import type { PreferenceFile } from '../storage/preferences.ts'

export interface PreferencesDeps {
  file: Pick<PreferenceFile, 'get' | 'set'>
  /** Every window and main's own texts follow at once. */
  onChange(preferences: Preferences): void
}

/** What a person sets once for this computer. */
export const preferences = ({ file, onChange }: PreferencesDeps): GroupHandlers<(typeof contract)['preferences']> => ({
  get: () => file.get(),
  set(changes) {
    const next = file.set(changes)
    onChange(next)
    return next
  },
})
