import type { MessageId } from '#shared/languages/index.ts'
import type { Account } from '#shared/domain/account.ts'
import type { Message } from '#shared/domain/message.ts'
import type { SubmissionSummary } from '#shared/domain/submission.ts'
import { useAccount } from '../../lib/active-accounts.ts'
import { useOnline } from '../../lib/connection.ts'
import type { Status } from '../StatusBadge.tsx'

/** Why something does not leave when its time comes, and whether a key is what it waits for. */
export interface Obstacle {
  readonly waitsForKey: boolean
  readonly message: Message
}

interface Circumstances {
  readonly account: Pick<Account, 'secret' | 'heldItems' | 'settings'> | null
  readonly online: boolean
  /** What main knows of the item itself; none of it before it was filed. */
  readonly reason?: Message | null
  readonly waitsForEarlier?: boolean
}

const keySentences: Partial<Record<Account['secret']['state'], MessageId>> = {
  missing: 'departure.keyMissing',
  'no-keychain': 'departure.keyMissing',
  locked: 'departure.keyLocked',
  denied: 'departure.keyDenied',
  broken: 'departure.keyBroken',
}

/**
 * What stands in the way of an item that waits, or of one that is about to be filed. The review, the lists and the detail ask
 * here, so that none of them promises a departure that another one denies. Null where it leaves once its time has come.
 */
export function obstacleTo({ account, online, reason = null, waitsForEarlier = false }: Circumstances): Obstacle | null {
  const keySentence = account ? keySentences[account.secret.state] : undefined
  if (keySentence !== undefined) return { waitsForKey: true, message: { id: keySentence } }
  if (account && account.heldItems > 0) return { waitsForKey: true, message: { id: 'departure.keyRejected' } }
  if (reason) return { waitsForKey: false, message: reason }
  if (waitsForEarlier) return { waitsForKey: false, message: { id: 'outbox.waitsForEarlier' } }
  // The practice environment is on this computer.
  if (!online && account?.settings.environment !== 'practice') return { waitsForKey: false, message: { id: 'departure.offline' } }
  return null
}

/** As `obstacleTo`, for what is about to be filed. */
export function useObstacleToFiling(accountId: string, waitsForEarlier: boolean): Obstacle | null {
  return obstacleTo({ account: useAccount(accountId), online: useOnline(), waitsForEarlier })
}

/** Whether it waits for nothing but a person's word: neither for a moment nor for anything else that comes by itself. */
export const asksPerson = ({ state, notBefore, actions }: Pick<SubmissionSummary, 'state' | 'notBefore' | 'actions'>): boolean =>
  state === 'queued' && notBefore === null && actions.includes('send-now')

/** As `obstacleTo`, with the state a badge shows: an item that waits for a key says so, and one that can't be read waits for nothing. */
export function useDeparture(
  item: Pick<SubmissionSummary, 'accountId' | 'state' | 'reason' | 'damage' | 'notBefore' | 'actions' | 'confirmedByPerson'>,
): {
  readonly obstacle: Obstacle | null
  readonly status: Status
} {
  const account = useAccount(item.accountId)
  const online = useOnline()
  if (item.damage) return { obstacle: null, status: 'damaged' }
  const obstacle = item.state === 'queued' ? obstacleTo({ account, online, reason: item.reason }) : null
  const told = item.state === 'sent' && item.confirmedByPerson
  return { obstacle, status: obstacle?.waitsForKey ? 'held' : asksPerson(item) ? 'asks' : told ? 'told' : item.state }
}
