import { isHostWithin } from '#shared/domain/host-within.ts'
import type { Policy, PolicyView } from '#shared/domain/policy.ts'
import { policyNames } from '#shared/domain/policy.ts'
import type { Preferences } from '#shared/domain/preferences.ts'
import type { PreferenceFile } from '../storage/preferences.ts'
import type { ReadPolicy } from './parse-policy.ts'

/** The preferences that an organisation can set. */
const shared = ['holdSeconds', 'language'] as const

/** Preferences in which what the organisation set cannot be changed, and comes back to the person's own when it is taken away. */
export function underPolicy(file: PreferenceFile, { holdSeconds, language }: Policy): PreferenceFile {
  const set: Partial<Preferences> = {
    ...(holdSeconds === undefined ? {} : { holdSeconds }),
    ...(language === undefined ? {} : { language }),
  }
  return {
    ...file,
    get: () => ({ ...file.get(), ...set }),
    set(changes) {
      const own = Object.entries(changes).filter(([name]) => !shared.some((key) => key === name && key in set))
      return { ...file.set(Object.fromEntries(own)), ...set }
    },
  }
}

/** Whether the organisation lets something be sent to an address; always to the practice environment of this computer. */
export function mayReach({ allowedHosts }: Policy, { environment, url }: { environment: string; url: string | null }): boolean {
  if (allowedHosts === undefined || environment === 'practice' || url === null) return true
  return isHostWithin(new URL(url).hostname, allowedHosts)
}

/** What the screens may know of it. */
export const viewOf = ({ source, policy, troubles }: ReadPolicy): PolicyView => ({
  source,
  set: policyNames.filter((name) => name in policy),
  troubles,
})
