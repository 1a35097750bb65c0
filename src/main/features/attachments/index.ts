import { randomUUID } from 'node:crypto'
import type { Evidence } from '#shared/domain/evidence.ts'
import { maxSources, noEdits } from '#shared/domain/evidence-limits.ts'
import type { Message } from '#shared/domain/message.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import { checkSource } from '../../attachments/check-source.ts'
import { refusal, sourceRefusal, storeRefusal, tooLarge } from '../../attachments/refusal.ts'
import { AppFailure, gone } from '../../ipc/failure.ts'
import type { AccountRecords } from '../../storage/account-records.ts'
import type { AttachmentRecords } from '../../storage/attachment-records.ts'
import type { AttachmentVault } from '../../storage/attachment-vault.ts'
import type { DraftRecords, StoredDraft } from '../../storage/draft-records.ts'
import type { DraftSourceRecords, StoredSource } from '../../storage/draft-source-records.ts'
import type { Ledger } from '../../storage/ledger.ts'
import { nameOf, openSource, type Source } from '../../storage/source-file.ts'
import type { EvidenceViews } from './evidence.ts'
import type { FileTokens } from './file-tokens.ts'
import type { KeepSources } from './keep-sources.ts'
import { shownFile, type ShownFileDeps } from './shown-file.ts'
import type { Turns } from './turns.ts'

export interface AttachmentsDeps extends ShownFileDeps {
  ledger: Pick<Ledger, 'transaction'>
  drafts: Pick<DraftRecords, 'get' | 'setAttachment'>
  attachments: Pick<AttachmentRecords, 'insert' | 'get'>
  sources: Pick<DraftSourceRecords, 'replace' | 'insertMade'>
  evidence: EvidenceViews
  keepSources: KeepSources
  accounts: Pick<AccountRecords, 'get'>
  vault: AttachmentVault
  tokens: Pick<FileTokens, 'take'>
  turns: Turns
  /** The native chooser; none where the person chose nothing. */
  chooseFiles(): Promise<string[]>
  /** These drafts have other files now. */
  onChange(draftIds: string[]): void
  now?: () => Date
}

/** A draft's files: each checked and copied whole before the draft names it, so that a refused file changes nothing. */
export const attachments = (deps: AttachmentsDeps): GroupHandlers<(typeof contract)['attachments']> => {
  const { drafts, vault, evidence, sources: records } = deps
  const { inTurn } = deps.turns
  const now = deps.now ?? (() => new Date())

  const keep = (draft: StoredDraft, sources: readonly StoredSource[]): void => {
    deps.keepSources(draft, sources)
    deps.onChange([draft.id])
  }

  const change = (draftId: string, next: (sources: StoredSource[], draft: StoredDraft) => StoredSource[]): Promise<Evidence> =>
    inTurn(draftId, async () => {
      const draft = evidence.draftWithFile(draftId)
      keep(draft, next(evidence.sourcesOf(draft), draft))
      return evidence.of(evidence.draftWithFile(draftId))
    })

  const attach = (draftId: string, source: Source): Promise<Evidence> =>
    inTurn(draftId, async () => {
      const stored = await store(deps, evidence.draftWithFile(draftId), source, now())
      try {
        // The draft may have been filed or removed while the file was copied.
        const draft = evidence.draftWithFile(draftId)
        keep(draft, [...evidence.sourcesOf(draft), stored])
      } catch (error) {
        await vault.remove(stored.fileId)
        throw error
      }
      return evidence.of(evidence.draftWithFile(draftId))
    })

  return {
    of: ({ draftId }) => evidence.of(evidence.draftWithFile(draftId)),

    async pick({ draftId }) {
      evidence.draftWithFile(draftId)
      const refused: Message[] = []
      for (const path of await deps.chooseFiles()) {
        // One that cannot go keeps none of the others.
        await attach(draftId, { path }).catch((error: unknown) => {
          if (!(error instanceof AppFailure)) throw error
          refused.push(...(error.failure.fields?.['file'] ?? [error.failure.message]))
        })
      }
      return { refused }
    },

    async attach({ draftId, token }) {
      const source = deps.tokens.take(token)
      if (!source) throw refusal('attachment.tokenGone')
      return attach(draftId, source)
    },

    /** The file itself goes with the vault's next sweep: an item made from the same draft may still name it. */
    remove: ({ draftId, sourceId }) => change(draftId, (sources) => sources.filter(({ id }) => id !== sourceId)),

    order: ({ draftId, ids }) =>
      change(draftId, (sources) => {
        const place = ({ id }: StoredSource) => (ids.includes(id) ? ids.indexOf(id) : ids.length)
        return sources.toSorted((one, other) => place(one) - place(other))
      }),

    edit: ({ draftId, sourceId, edits }) =>
      change(draftId, (sources) => sources.map((source) => (source.id === sourceId ? { ...source, edits } : source))),

    async making({ draftId }) {
      const draft = evidence.draftWithFile(draftId)
      const { state, version, maxBytes } = await evidence.of(draft)
      if (state !== 'to-make') return null
      return {
        version,
        maxBytes,
        sources: evidence.sourcesOf(draft).map(({ fileId, name, kind, bytes, sha256, sealed, edits }) => ({
          path: deps.streams.offer({ id: fileId, bytes, sha256, sealed }),
          name,
          kind,
          edits,
        })),
        result: deps.streams.expect('made.pdf'),
      }
    },

    made: ({ draftId, token, version, made }) =>
      inTurn(draftId, async () => {
        const brought = deps.tokens.take(token)
        const draft = evidence.draftWithFile(draftId)
        const before = await evidence.of(draft)
        // Other files by now: what was made of these is nothing any more.
        if (!brought || before.version !== version || before.state !== 'to-make') return before
        const sources = evidence.sourcesOf(draft)
        const names = sources.map(({ name }) => name)
        const named = 'bytes' in brought ? { ...brought, name: nameOfMade(names) } : brought
        const stored = await store(deps, draft, named, now())
        try {
          if (stored.kind !== 'pdf') throw gone()
          if (stored.bytes > before.maxBytes) throw tooLarge(stored.name, stored.bytes, before.maxBytes)
          const { fileId: id, name, bytes, sha256, sealed, createdAt } = stored
          // It may have been filed or removed while the file was copied.
          evidence.draftWithFile(draftId)
          deps.ledger.transaction(() => {
            const at = new Date(createdAt).toISOString()
            deps.attachments.insert({ id, name, format: 'pdf', bytes, sha256, sealed, doubt: null, createdAt: at })
            records.insertMade(id, { ...made, names })
            records.replace(draftId, sources)
            drafts.setAttachment(draftId, id)
          })
        } catch (error) {
          await vault.remove(stored.fileId)
          throw error
        }
        deps.onChange([draftId])
        return evidence.of(evidence.draftWithFile(draftId))
      }),

    receive({ draftId, name }) {
      evidence.draftWithFile(draftId)
      deps.turns.expect(draftId)
      return { path: deps.streams.expect(name) }
    },

    ...shownFile(deps),
  }
}

/** One file keeps its name with another ending; several get one that says how many. */
function nameOfMade([first = '', ...others]: readonly string[]): string {
  const base = first.replace(/\.[^.]{1,5}$/, '').slice(0, 200) || 'file'
  return others.length === 0 ? `${base}.pdf` : `${base} +${others.length}.pdf`
}

/** Checks the file and copies it into the vault, in one opening. */
async function store(deps: AttachmentsDeps, draft: StoredDraft, source: Source, at: Date): Promise<StoredSource> {
  const settings = deps.accounts.get(draft.accountId)?.settings
  if (!settings || deps.evidence.limitOf(draft) === 0) throw gone()
  if (deps.evidence.sourcesOf(draft).length >= maxSources) throw refusal('evidence.tooMany', { max: maxSources })
  const file = await openSource(source).catch((error: unknown) => {
    throw sourceRefusal(error, nameOf(source))
  })
  try {
    const fileId = randomUUID()
    const { name, kind, doubt } = await checkSource(file)
    const audience = settings.environment === 'practice' ? 'practice' : 'live'
    const kept = await deps.vault.store(file, { id: fileId, maxBytes: file.bytes, audience })
    return { id: randomUUID(), fileId, name, kind, doubt, edits: noEdits, createdAt: at.getTime(), ...kept }
  } catch (error) {
    throw storeRefusal(error, file.name)
  } finally {
    await file.close()
  }
}
