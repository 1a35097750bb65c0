import { randomUUID } from 'node:crypto'
import { noEdits } from '#shared/domain/evidence-limits.ts'
import { kinds } from '#shared/domain/kinds.ts'
import type { Message } from '#shared/domain/message.ts'
import { checkSource } from '../../attachments/check-source.ts'
import { AppFailure } from '../../ipc/failure.ts'
import type { StoredAccount } from '../../storage/account-records.ts'
import type { AttachmentVault } from '../../storage/attachment-vault.ts'
import type { DraftRecords, StoredDraft } from '../../storage/draft-records.ts'
import type { StoredSource } from '../../storage/draft-source-records.ts'
import type { Ledger } from '../../storage/ledger.ts'
import { newDraft } from '../../storage/new-draft.ts'
import { openSource } from '../../storage/source-file.ts'
import type { TeamDraftRecord, TeamDraftRecords } from '../../storage/team-draft-records.ts'
import type { Clock } from '../../submissions/clock.ts'
import type { TeamDraft } from '../answers.ts'
import type { Caller, TeamStore } from '../store.ts'
import { contentOf, hashOf, readContent, type SharedSource } from './content.ts'
import { fetchFile } from './pieces.ts'

export interface TakingDeps {
  ledger: Pick<Ledger, 'transaction'>
  records: TeamDraftRecords
  drafts: Pick<DraftRecords, 'get' | 'insert' | 'remove'>
  sourcesOf(draft: StoredDraft): StoredSource[]
  keepSources(draft: StoredDraft, sources: readonly StoredSource[]): void
  /** The own account that goes with one of the team's. */
  accountOf(shared: number): StoredAccount | null
  vault: Pick<AttachmentVault, 'store' | 'remove'>
  clock: Clock
}

/** What came of taking a draft over: the draft here, and the files of it that did not come along. */
export interface Taken {
  draftId: string
  missing: string[]
}

const refusal = (message: Message) => new AppFailure({ kind: 'invalid', message })

/** Takes a draft over from a colleague, with its files. What is typed here never changes: it comes as a draft of its own. */
export function draftTaking(deps: TakingDeps) {
  const { ledger, records, drafts, vault, clock } = deps

  /** SECURITY: a colleague's file is checked as one is that a person picked. Null for one that is not whole there, or may not be a part. */
  async function fetch(store: TeamStore, source: SharedSource, account: StoredAccount): Promise<StoredSource | null> {
    const bytes = await fetchFile(store, source)
    if (!bytes) return null
    const file = await openSource({ name: source.name, bytes })
    const { name, kind, doubt } = await checkSource(file).catch((error: unknown) => {
      if (error instanceof AppFailure) return { name: source.name, kind: null, doubt: null }
      throw error
    })
    if (kind === null) return null
    const fileId = randomUUID()
    const audience = account.settings.environment === 'practice' ? 'practice' : 'live'
    const kept = await vault.store(file, { id: fileId, maxBytes: file.bytes, audience })
    return { id: randomUUID(), fileId, name, kind, doubt, edits: source.edits, createdAt: clock.now(), ...kept }
  }
  /** Stands in its place, so that nothing goes without it unseen. */
  const missing = ({ name, edits }: SharedSource): StoredSource => ({
    id: randomUUID(),
    fileId: '',
    name,
    kind: 'text',
    bytes: 0,
    sha256: '',
    sealed: false,
    doubt: null,
    edits: edits ?? noEdits,
    createdAt: clock.now(),
  })

  /** What is typed here and the team does not have. */
  function hasMore({ draftId, teamId, content, note }: TeamDraftRecord): boolean {
    const draft = drafts.get(draftId)
    return draft !== null && hashOf(contentOf(teamId, draft, deps.sourcesOf(draft)), note) !== content
  }

  async function take(store: TeamStore, by: Caller, id: string, shown: TeamDraft): Promise<Taken> {
    const account = deps.accountOf(shown.account)
    if (!account) throw refusal({ id: 'team.draft.unlinked' })
    // Held by this desk and not here: it ended before the draft had come.
    const fence = shown.desk === by.desk ? shown.fence - 1 : shown.fence
    const taken = await store.takeDraft(by, { id, fence })
    if (!taken) {
      const now = await store.draft(id)
      throw refusal(now ? { id: 'team.draft.takenElse', values: { clerk: now.display } } : { id: 'team.draft.gone' })
    }
    const content = readContent(taken.kind, taken.fields)
    if (!content || kinds[content.typed.kind].vendor !== account.settings.kind) throw refusal({ id: 'team.draft.newer' })
    const sources: StoredSource[] = []
    const lost: string[] = []
    try {
      for (const source of content.sources) {
        const stored = await fetch(store, source, account)
        if (!stored) lost.push(source.name)
        sources.push(stored ?? missing(source))
      }
      const draft: StoredDraft = { ...newDraft(account.id, clock.now()), ...content.typed }
      ledger.transaction(() => {
        giveWay(id)
        drafts.insert(draft)
        if (sources.length > 0) deps.keepSources(draft, sources)
        records.put({
          ...records.fresh(draft.id, shown.account, clock.now()),
          teamId: id,
          fence: taken.fence,
          revision: taken.revision,
          files: content.sources.filter(({ name }) => !lost.includes(name)).map(({ file }) => file),
          epoch: by.epoch,
          clerk: shown.desk === by.desk ? null : shown.display,
          note: taken.note ?? '',
        })
      })
      return { draftId: draft.id, missing: lost }
    } catch (error) {
      await Promise.all(sources.filter(({ fileId }) => fileId !== '').map(({ fileId }) => vault.remove(fileId)))
      throw error
    }
  }

  /** What stood here of the same draft: away where the team has all of it, else a draft of this desk's own. */
  function giveWay(teamId: string): void {
    for (const record of records.all()) {
      if (record.teamId !== teamId) continue
      if (!hasMore(record)) drafts.remove(record.draftId, clock.now())
      records.forget(record.draftId)
    }
  }
  return { take, hasMore }
}
export type DraftTaking = ReturnType<typeof draftTaking>
