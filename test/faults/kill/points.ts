import { hookFileFlush } from '../harness/flush-hooks.ts'
import { die, dieWithin } from '../harness/tell.ts'
import { hookLedger, isCommitOf, isSql, type LedgerStep } from '../harness/ledger-hooks.ts'

/** Where the process ends by itself; the other points are the parent's to choose (kill/point-rounds.ts). */
export type CrashPoint =
  | 'claim-uncommitted'
  | 'claim-committed'
  | 'result-uncommitted'
  | 'result-committed'
  | 'saving'
  | 'filing'
  | 'attaching'
  | 'recovering'
  | 'opening'
  | 'migrating'

/** Whether this is the moment; a number is so many milliseconds after it. */
type Moment = (step: LedgerStep, variant: number) => boolean | number

/** Somewhere within a statement that takes its time. */
const amidst =
  (part: string): Moment =>
  (step, variant) =>
    isSql('before', part)(step) && 1 + ((variant * 7) % 40)

const claim = "SET state = 'sending'"
const result = 'UPDATE attempts SET ended_at'
const interrupted = "SET state_after = 'unknown'"
const filed = 'INSERT INTO submissions '

/** The moments of each point; rounds take them in turn. */
const moments: Record<CrashPoint, readonly Moment[]> = {
  'claim-uncommitted': [isCommitOf('before', claim)],
  'claim-committed': [isCommitOf('after', claim)],
  'result-uncommitted': [isCommitOf('before', result)],
  'result-committed': [isCommitOf('after', result)],
  saving: [isSql('before', 'UPDATE drafts SET fields'), isSql('after', 'UPDATE drafts SET fields')],
  filing: [
    isSql('before', 'DELETE FROM drafts WHERE id'),
    isSql('after', filed),
    isSql('after', 'DELETE FROM drafts WHERE id'),
    isCommitOf('before', filed),
    isCommitOf('after', filed),
  ],
  attaching: [
    isSql('before', 'INSERT INTO attachments'),
    isSql('after', 'INSERT INTO attachments'),
    isSql('before', 'UPDATE drafts SET attachment_id'),
    isSql('after', 'UPDATE drafts SET attachment_id'),
  ],
  recovering: [
    isSql('before', interrupted),
    isSql('after', interrupted),
    isCommitOf('before', interrupted),
    isCommitOf('after', interrupted),
  ],
  opening: [
    isCommitOf('before', 'CREATE TABLE accounts'),
    isCommitOf('after', 'CREATE TABLE accounts'),
    isSql('before', 'INSERT INTO accounts'),
    isSql('after', 'INSERT INTO accounts'),
  ],
  migrating: [
    amidst('VACUUM INTO'),
    isSql('before', 'VACUUM INTO'),
    amidst('VACUUM INTO'),
    isSql('after', 'VACUUM INTO'),
    amidst('VACUUM INTO'),
    isCommitOf('before', 'CREATE TABLE later'),
    amidst('VACUUM INTO'),
    isCommitOf('after', 'CREATE TABLE later'),
  ],
}

/** Ends this process the `nth` time that the point is reached. */
export async function arm(point: CrashPoint, variant: number, nth: number): Promise<void> {
  const choices = moments[point]
  const vaultMoments = ['before', 'after'] as const
  const at = variant % (choices.length + (point === 'attaching' ? vaultMoments.length : 0))
  const moment = choices[at]
  if (!moment) {
    // The vault's file written and not yet on disk, or on disk and not yet named.
    return hookFileFlush((when) => void (when === vaultMoments[at - choices.length] && die()))
  }
  let left = nth
  hookLedger((step) => {
    const is = moment(step, variant)
    if (is === false || (left -= 1) > 0) return
    if (is === true) die()
    dieWithin(is)
  })
}
