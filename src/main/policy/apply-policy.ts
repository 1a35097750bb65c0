import { isHostWithin } from '#shared/domain/host-within.ts'
import type { Policy, PolicyView } from '#shared/domain/policy.ts'
import { policyNames, retentionKeyOf } from '#shared/domain/policy.ts'
import { policyAccountId } from '#shared/domain/policy-account.ts'
import type { Preferences } from '#shared/domain/preferences.ts'
import { retentionNames, type Retention } from '#shared/domain/retention.ts'
import type { PreferenceFile } from '../storage/preferences.ts'
import type { ReadPolicy } from './parse-policy.ts'

/** The preferences that an organisation can set. */
const shared = ['holdSeconds', 'language'] as const

/** Preferences in which what the organisation set cannot be changed, and comes back to the person's own when it is taken away. */
export function underPolicy(file: PreferenceFile, policy: Policy): PreferenceFile {
  const { holdSeconds, language } = policy
  const set: Partial<Preferences> = {
    ...(holdSeconds === undefined ? {} : { holdSeconds }),
    ...(language === undefined ? {} : { language }),
  }
  const kept: Partial<Retention> = Object.fromEntries(
    retentionNames.flatMap((kind) => {
      const days = policy[retentionKeyOf[kind]]
      return days === undefined ? [] : [[kind, days]]
    }),
  )
  const under = (own: Preferences): Preferences => ({ ...own, ...set, retention: { ...own.retention, ...kept } })
  /** What is the organisation's keeps what the person had chosen before. */
  const ownRetention = (asked: Retention): Retention => {
    const { retention } = file.get()
    return Object.fromEntries(retentionNames.map((kind) => [kind, (kind in kept ? retention : asked)[kind]])) as Retention
  }
  return {
    ...file,
    get: () => under(file.get()),
    set({ retention, ...changes }) {
      const own = Object.entries(changes).filter(([name]) => !shared.some((key) => key === name && key in set))
      return under(file.set({ ...Object.fromEntries(own), ...(retention && { retention: ownRetention(retention) }) }))
    },
  }
}

/** Why the organisation does not let an account be used: its server, or that it is one of the person's own. */
export type NotAllowed = 'host' | 'production'

/** An account as far as a policy asks; without an ID it is not stored yet. */
export interface JudgedAccount {
  id: string | null
  settings: { environment: string; url: string | null }
}

/** Whether the organisation wrote this account down. */
export const isOrganisations = ({ accounts = [] }: Policy, id: string | null): boolean =>
  accounts.some((account) => policyAccountId(account) === id)

/** Why nothing may be sent for an account; null where it may, and always for the practice environment of this computer. */
export function notAllowed(policy: Policy, { id, settings }: JudgedAccount): NotAllowed | null {
  const { environment, url } = settings
  if (environment === 'practice') return null
  if (policy.productionAccounts === 'organisation' && environment === 'production' && !isOrganisations(policy, id))
    return 'production'
  if (policy.allowedHosts === undefined || url === null) return null
  return isHostWithin(new URL(url).hostname, policy.allowedHosts) ? null : 'host'
}

/** Whether a team's database may be there: it gets what is filed. */
export const mayBeTeamOn = ({ teamHosts }: Policy, host: string): boolean =>
  teamHosts === undefined || isHostWithin(host.toLowerCase(), teamHosts)

/** What the screens may know of it. */
export const viewOf = ({ source, policy, troubles }: ReadPolicy): PolicyView => ({
  canExport: policy.exports !== 'off',
  source,
  set: policyNames.filter((name) => name in policy),
  troubles,
})
