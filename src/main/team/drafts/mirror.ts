import { isDeepStrictEqual } from 'node:util'
import { maxSourceBytes } from '#shared/domain/evidence-limits.ts'
import type { AttachmentVault } from '../../storage/attachment-vault.ts'
import type { DraftRecords, StoredDraft } from '../../storage/draft-records.ts'
import type { StoredSource } from '../../storage/draft-source-records.ts'
import type { TeamDraftRecord, TeamDraftRecords } from '../../storage/team-draft-records.ts'
import type { Clock } from '../../submissions/clock.ts'
import { HelloFirst, TeamFailure } from '../failures.ts'
import type { Session } from '../session.ts'
import type { Caller } from '../store.ts'
import type { Team } from '../team.ts'
import { contentOf, draftFileOf, hashOf, subjectOf, type DraftContent } from './content.ts'
import { bringFile } from './pieces.ts'

export interface DraftMirrorDeps {
  team: Pick<Team, 'session' | 'standing' | 'follow'>
  records: TeamDraftRecords
  drafts: Pick<DraftRecords, 'get'>
  /** The team's account that an own one is; null where it is shared with nobody. */
  sharedOf(accountId: string): number | null
  sourcesOf(draft: StoredDraft): StoredSource[]
  /** What every new draft of its account begins with. */
  emptyOf(draft: StoredDraft): object | null
  vault: Pick<AttachmentVault, 'read'>
  clock: Clock
  /** How these drafts stand with the team changed. */
  onChange(ids: string[]): void
  log(message: string, error: unknown): void
}

/** A person types on: what they have by then is told at once. */
const afterMs = 2_000
/** As many drafts as the database lists: whether one beyond them is gone is not known. */
const mostListed = 500

/**
 * Tells the team of the drafts of shared accounts, off the way of typing, so that a colleague can take one over when this clerk is not
 * there. It never changes what is typed: who has a draft is written beside it.
 */
export function draftMirror(deps: DraftMirrorDeps) {
  const { team, records, drafts, clock } = deps
  const due = new Set<string>()
  let isAllDue = true
  let isLookDue = true
  let running: Promise<void> | null = null
  let cancel: (() => void) | null = null
  let isStopped = false

  const breath = () => new Promise<void>((resolve) => setImmediate(resolve))
  const session = (): { session: Session; by: Caller } | null => {
    const open = team.standing?.state === 'online' ? team.session : null
    return open?.publisher.by ? { session: open, by: open.publisher.by } : null
  }

  /** What the team has of it by now; the draft stays as it is here. */
  async function look({ session: { store }, by }: { session: Session; by: Caller }): Promise<void> {
    const own = records.all().filter(({ state, revision }) => state !== 'ended' && revision > 0)
    if (own.length === 0) return
    const listed = new Map((await store.drafts()).map((draft) => [draft.id, draft]))
    const changed = own.flatMap((before) => {
      // It was told, filed or given up while the list came.
      const record = records.get(before.draftId)
      const there = listed.get(before.teamId)
      if (!record || record.state === 'ended' || record.fence !== before.fence) return []
      if (there?.desk === by.desk || (!there && (record.state === 'gone' || listed.size >= mostListed))) return []
      // Not there yet, and nobody else's.
      if (!there && record.state === 'held' && record.epoch !== by.epoch) return []
      const next = there ? ({ state: 'taken', clerk: there.display } as const) : ({ state: 'gone' } as const)
      if (record.state === next.state && (!('clerk' in next) || record.clerk === next.clerk)) return []
      records.put({ ...record, ...next, at: there ? Date.parse(there.at) : clock.now() })
      return [record.draftId]
    })
    if (changed.length > 0) deps.onChange(changed)
  }

  async function end(record: TeamDraftRecord, { session: { store }, by }: { session: Session; by: Caller }): Promise<void> {
    const { teamId: id, shared: account, fence } = record
    const revision = record.revision + 1
    const gone = { id, account, kind: '', fence, revision, subject: '', fields: {}, note: null, gone: true }
    if (record.revision > 0) await store.putDraft(by, gone)
    // Whoever took it meanwhile has it: here it is over all the same.
    records.put({ ...record, state: 'ended', revision, content: '', files: [], note: '', at: clock.now() })
  }

  async function bring(record: TeamDraftRecord, content: DraftContent, by: Caller, { store }: Session): Promise<string[]> {
    const draft = { id: record.teamId, fence: record.fence }
    const stored = new Map(sourcesOfRecord(record).map((source) => [source.sha256, source]))
    const whole = new Set(record.epoch === by.epoch ? record.files : [])
    for (const [place, source] of content.sources.entries()) {
      const kept = stored.get(source.sha256)
      if (whole.has(source.file) || !kept || source.bytes > maxSourceBytes) continue
      const bytes = deps.vault.read({ id: kept.fileId, bytes: kept.bytes, sha256: kept.sha256, sealed: kept.sealed })
      await bringFile(store, by, draft, draftFileOf(source, place), bytes)
      whole.add(source.file)
      records.change(record.draftId, { files: [...whole] })
    }
    const named = new Set(content.sources.map(({ file }) => file))
    for (const file of whole)
      if (!named.has(file)) {
        await store.dropFile(by, draft, file)
        whole.delete(file)
      }
    return [...whole]
  }
  const sourcesOfRecord = ({ draftId }: TeamDraftRecord) => {
    const draft = drafts.get(draftId)
    return draft ? deps.sourcesOf(draft) : []
  }

  async function tell(draftId: string, on: { session: Session; by: Caller }): Promise<void> {
    const { by } = on
    const known = records.get(draftId)
    const draft = drafts.get(draftId)
    const shared = draft && deps.sharedOf(draft.accountId)
    if (known && (known.state === 'taken' || known.state === 'gone')) return
    if (!draft || shared === null) return known?.state === 'held' ? await end(known, on) : undefined
    const record = known ?? records.fresh(draftId, shared, clock.now())
    const sources = deps.sourcesOf(draft)
    // One in which nobody typed is no draft to anybody else.
    if (
      record.revision === 0 &&
      record.note === '' &&
      sources.length === 0 &&
      isDeepStrictEqual(deps.emptyOf(draft), draft.fields)
    )
      return
    const content = contentOf(record.teamId, draft, sources)
    const hash = hashOf(content, record.note)
    if (record.state === 'held' && record.content === hash && record.epoch === by.epoch) return
    // First here: should the app end before the answer comes, the next revision is above the one that was told.
    const next: TeamDraftRecord = { ...record, shared, state: 'held', revision: record.revision + 1 }
    records.put(next)
    const held = await on.session.store.putDraft(by, {
      id: next.teamId,
      account: shared,
      kind: draft.kind,
      fence: next.fence,
      revision: next.revision,
      subject: subjectOf(draft),
      fields: content,
      note: next.note === '' ? null : next.note,
      gone: false,
    })
    if (!held) {
      // Told anew after it had ended: it may have been cleared away there.
      if (record.state === 'ended') {
        records.put({ ...records.fresh(draftId, shared, clock.now()), note: next.note })
        due.add(draftId)
      } else records.change(draftId, { epoch: by.epoch })
      isLookDue = true
      return
    }
    const files = await bring(next, content, by, on.session)
    records.change(draftId, { content: hash, epoch: by.epoch, files })
    if (!known) deps.onChange([draftId])
  }

  async function round(): Promise<void> {
    const on = session()
    if (!on || isStopped) return
    if (isAllDue) for (const id of records.toLookAt()) due.add(id)
    isAllDue = false
    for (const id of due) {
      if (isStopped) return
      due.delete(id)
      try {
        await tell(id, on)
      } catch (error) {
        if (error instanceof TeamFailure && error.trouble === 'not-yours') {
          // A colleague took it meanwhile.
          isLookDue = true
        } else if (error instanceof HelloFirst || (error instanceof TeamFailure && error.trouble !== 'other')) {
          due.add(id)
          throw error
        } else deps.log('A draft could not be shown to the team', error)
      }
      await breath()
    }
    if (!isLookDue) return
    isLookDue = false
    await look(on)
  }

  function run(): void {
    cancel?.()
    cancel = null
    if (running || isStopped) return
    running = round()
      .catch((error: unknown) => {
        isLookDue = true
        if (error instanceof HelloFirst) team.session?.publisher.lost(error)
        else if (!(error instanceof TeamFailure)) deps.log('Drafts could not be shown to the team', error)
      })
      .finally(() => {
        running = null
        if ((due.size > 0 || isAllDue || isLookDue) && session()) soon()
      })
  }
  function soon(): void {
    if (!isStopped) cancel ??= clock.after(afterMs, run)
  }

  const unfollow = team.follow(({ drafts: isNews, standing }) => {
    // The database may be another one since, or know less.
    if (standing) isAllDue = true
    if (standing || isNews) isLookDue = true
    if (standing || isNews) soon()
  })
  return {
    /** These drafts, or any, changed here. */
    changed(ids: readonly string[]): void {
      if (ids.length === 0) isAllDue = true
      for (const id of ids) due.add(id)
      if (team.session) soon()
    },
    /** The team has something that was typed here since. */
    async stop(): Promise<void> {
      isStopped = true
      unfollow()
      cancel?.()
      await running
    },
  }
}
export type DraftMirror = ReturnType<typeof draftMirror>
