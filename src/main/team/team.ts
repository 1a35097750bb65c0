import type { Message } from '#shared/domain/message.ts'
import type { StateChange, SubmissionRecords } from '../storage/submission-records.ts'
import type { StoredSubmission } from '../storage/submission-row.ts'
import type { LaneWriter } from '../storage/lane-writer.ts'
import type { TeamLink, TeamRecords } from '../storage/team-records.ts'
import type { Clock } from '../submissions/clock.ts'
import type { TeamLease } from '../submissions/tries.ts'
import type { Decided } from './answers.ts'
import { TeamFailure } from './failures.ts'
import { waitsFor, type GateAnswer } from './gate.ts'
import { teamItemId } from './item-id.ts'
import type { TeamPassword } from './password.ts'
import { teamReviews } from './reviews.ts'
import { openSession, type Connect, type Session } from './session.ts'
import { teamWriter } from './team-writer.ts'
import type { Membership, Standing } from './standing.ts'
import { isTakenReason } from './words.ts'

export interface TeamDeps {
  records: TeamRecords
  submissions: Pick<SubmissionRecords, 'get' | 'change' | 'recordDecision'>
  password: TeamPassword
  connect: Connect
  clock: Clock
  random(): number
  label: string
  version: string
  /** Nothing of these accounts leaves, and why. */
  hold(accounts: ReadonlyMap<string, Message>): void
  /** How the desk stands with its team changed. */
  onStanding(): void
  onNews(ids: readonly string[]): void
  /** Items of this desk changed by a colleague's word. */
  onDecided(ids: string[]): void
  log(message: string, error: unknown): void
}

/** What changed with the team. */
export interface TeamNews {
  /** How the desk stands with it. */
  standing: boolean
  /** Drafts of colleagues, or who has one. */
  drafts: boolean
}

/**
 * The team of this desk, where it has one. Without one every question is answered at once, nothing is loaded and nothing is asked: a person
 * alone notices nothing.
 */
export function createTeam(deps: TeamDeps) {
  const { records, submissions, password, clock } = deps
  let session: Session | null = null
  let member: Membership | null = null
  const followers = new Set<(news: TeamNews) => void>()
  const follow = (news: TeamNews) => followers.forEach((hear) => hear(news))

  const hold = () => {
    const reason = session ? waitsFor(session.publisher.standing) : null
    deps.hold(new Map(reason ? records.accounts().map(({ accountId }) => [accountId, reason] as const) : []))
  }
  const reviews = teamReviews({ records, clock, session: () => session })
  const isShared = (accountId: string) => session !== null && records.sharedOf(accountId) !== null

  function open(link: TeamLink): void {
    session = openSession({
      ...deps,
      link,
      password: () => password.read(link),
      onStanding() {
        hold()
        deps.onStanding()
        follow({ standing: true, drafts: false })
      },
      onNews(ids, drafts) {
        deps.onNews(ids)
        follow({ standing: false, drafts })
      },
      onMember(next) {
        member = next
        deps.onStanding()
        follow({ standing: true, drafts: false })
      },
      onDecided,
    })
    hold()
    session.publisher.nudge()
  }

  /** A colleague looked it up: her word ends what is unknown here, as this desk's own would. */
  function onDecided(decided: readonly Decided[]): void {
    const ledgerId = records.mark().id
    const byId = new Map(decided.map((word) => [word.id, word]))
    const changed = records.unknownIds().filter((id) => {
      const word = byId.get(teamItemId(ledgerId, id))
      const item = word && submissions.get(id)
      if (!word || !item || item.attemptCount !== word.try) return false
      const change = changeBy(word, clock.now())
      if (!change || !submissions.change(id, 'unknown', change)) return false
      submissions.recordDecision(id, word.state === 'sent' ? 'arrived' : 'close', word.by, clock.now())
      return true
    })
    if (changed.length > 0) deps.onDecided(changed)
  }

  const lease: TeamLease = {
    mayLeave: (item, tryNumber) => !isShared(item.accountId) || (session?.gate.mayLeave(item, tryNumber) ?? false),
    renew: async (item, tryNumber) => (await session?.gate.ask(item, tryNumber))?.says === 'go',
    left: (id) => session?.gate.left(id),
  }

  return {
    lease,
    /** Begins where the desk has a team. */
    start(): void {
      const link = records.link()
      if (link) open(link)
    },
    get standing(): Standing | null {
      return session?.publisher.standing ?? null
    },
    get member(): Membership | null {
      return session && member
    },
    get session(): Session | null {
      return session
    },
    /** Last of all that is asked of an item before it is sent. */
    async ask(item: StoredSubmission): Promise<GateAnswer> {
      return isShared(item.accountId) && session ? await session.gate.ask(item) : { says: 'go' }
    },
    isShared,
    /** Hears what changes, until what it answers with is called. */
    follow(hear: (news: TeamNews) => void): () => void {
      followers.add(hear)
      return () => void followers.delete(hear)
    },
    /** Items changed: the team is told soon. */
    changed(): void {
      session?.publisher.nudge()
    },
    review: reviews.review,
    filed: reviews.filed,
    /** What rows of a table are asked about. */
    rows: { of: reviews.rows, isShared, agree: records.agreeTo },
    sentOn(item: StoredSubmission): void {
      if (isTakenReason(item.reason)) records.agree(item.id)
    },
    /** A run's writer: while its account is shared the team is asked ahead of it, whenever that began. */
    writerFor(account: { id: string; boundOrigin: string }, inner: LaneWriter): LaneWriter {
      let guarded: { by: Session; writer: ReturnType<typeof teamWriter> } | null = null
      return {
        settleAndClaim(batch) {
          const shared = session && records.sharedOf(account.id)
          if (!session || shared === null) return inner.settleAndClaim(batch)
          if (guarded?.by !== session) {
            guarded?.writer.release()
            const writer = teamWriter({ session, records, clock, account: { ...account, shared }, inner, log: deps.log })
            guarded = { by: session, writer }
          }
          return guarded.writer.settleAndClaim(batch)
        },
        close: () => (guarded ? guarded.writer.close() : inner.close()),
      }
    },
    /** Connects once with what was typed; what is wrong is thrown, and nothing of it is kept. */
    async connect(link: TeamLink, given: string): Promise<'keychain' | 'session' | 'failed'> {
      const tried = await deps.connect(link, given, { connectMs: 10_000, callMs: 10_000 })
      try {
        const [row] = await tried.query(`SELECT to_regproc('team.hello') IS NOT NULL AS there`)
        if (row?.['there'] !== true) throw new TeamFailure('not-set-up', null)
      } finally {
        await tried.close()
      }
      await session?.close()
      session = null
      const kept = await password.write(link, given)
      if (kept === 'failed') return kept
      records.setLink(link)
      open(link)
      return kept
    },
    async leave(): Promise<void> {
      const link = records.link()
      await session?.close()
      session = null
      member = null
      records.clear()
      hold()
      if (link) await password.forget(link)
    },
    /** From now on items of this account are asked about; null: no more. */
    share(accountId: string, shared: number | null): void {
      if (shared === null) records.unshare(accountId)
      else records.share(accountId, shared)
      hold()
      session?.publisher.nudge()
      follow({ standing: true, drafts: false })
    },
    async close(): Promise<void> {
      await session?.close()
      session = null
    },
  }
}
export type Team = ReturnType<typeof createTeam>

function changeBy({ state, by, number }: Decided, at: number): StateChange | null {
  const values = { clerk: by }
  if (state === 'sent')
    return { state: 'sent', at, reason: { id: 'team.decided.arrived', values }, vendorNumber: number, confirmedByPerson: true }
  return state === 'closed' ? { state: 'closed', at, reason: { id: 'team.decided.closed', values } } : null
}
