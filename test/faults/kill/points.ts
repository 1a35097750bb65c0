import { open } from 'node:fs/promises'
import { die, dieWithin } from '../harness/tell.ts'
import { hookLedger, type LedgerStep } from './ledger-hooks.ts'

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

const sql =
  (at: LedgerStep['at'], part: string): Moment =>
  (step) =>
    step.at === at && step.sql.includes(part)
const commitOf =
  (at: LedgerStep['at'], part: string): Moment =>
  (step) =>
    step.at === at && step.sql === 'COMMIT' && step.transaction.some((earlier) => earlier.includes(part))

/** Somewhere within a statement that takes its time. */
const amidst =
  (part: string): Moment =>
  (step, variant) =>
    sql('before', part)(step, variant) && 1 + ((variant * 7) % 40)

const claim = "SET state = 'sending'"
const result = 'UPDATE attempts SET ended_at'
const interrupted = "SET state_after = 'unknown'"
const filed = 'INSERT INTO submissions '

/** The moments of each point; rounds take them in turn. */
const moments: Record<CrashPoint, readonly Moment[]> = {
  'claim-uncommitted': [commitOf('before', claim)],
  'claim-committed': [commitOf('after', claim)],
  'result-uncommitted': [commitOf('before', result)],
  'result-committed': [commitOf('after', result)],
  saving: [sql('before', 'UPDATE drafts SET fields'), sql('after', 'UPDATE drafts SET fields')],
  filing: [
    sql('before', 'DELETE FROM drafts WHERE id'),
    sql('after', filed),
    sql('after', 'DELETE FROM drafts WHERE id'),
    commitOf('before', filed),
    commitOf('after', filed),
  ],
  attaching: [
    sql('before', 'INSERT INTO attachments'),
    sql('after', 'INSERT INTO attachments'),
    sql('before', 'UPDATE drafts SET attachment_id'),
    sql('after', 'UPDATE drafts SET attachment_id'),
  ],
  recovering: [
    sql('before', interrupted),
    sql('after', interrupted),
    commitOf('before', interrupted),
    commitOf('after', interrupted),
  ],
  opening: [
    commitOf('before', 'CREATE TABLE accounts'),
    commitOf('after', 'CREATE TABLE accounts'),
    sql('before', 'INSERT INTO accounts'),
    sql('after', 'INSERT INTO accounts'),
  ],
  migrating: [
    amidst('VACUUM INTO'),
    sql('before', 'VACUUM INTO'),
    amidst('VACUUM INTO'),
    sql('after', 'VACUUM INTO'),
    amidst('VACUUM INTO'),
    commitOf('before', 'CREATE TABLE later'),
    amidst('VACUUM INTO'),
    commitOf('after', 'CREATE TABLE later'),
  ],
}

/** The vault's file written and not yet on disk, or on disk and not yet named. */
async function armVault(when: 'before' | 'after'): Promise<void> {
  const handle = await open(process.execPath)
  const { prototype } = handle.constructor as { prototype: { sync(): Promise<void> } }
  await handle.close()
  const { sync } = prototype
  prototype.sync = async function synced() {
    if (when === 'before') die()
    await sync.call(this)
    die()
  }
}

/** Ends this process the `nth` time that the point is reached. */
export async function arm(point: CrashPoint, variant: number, nth: number): Promise<void> {
  const choices = moments[point]
  const vaultMoments = ['before', 'after'] as const
  const at = variant % (choices.length + (point === 'attaching' ? vaultMoments.length : 0))
  const moment = choices[at]
  if (!moment) return armVault(vaultMoments[at - choices.length]!)
  let left = nth
  hookLedger((step) => {
    const is = moment(step, variant)
    if (is === false || (left -= 1) > 0) return
    if (is === true) die()
    dieWithin(is)
  })
}
