import { kindSchema } from '#shared/domain/kinds.ts'
import type { DraftStanding, TeamDraftSummary } from '#shared/domain/team-draft.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import type { teamDraftsContract } from '#shared/ipc/team-drafts-contract.ts'
import { AppFailure, gone } from '../../ipc/failure.ts'
import type { DraftRecords } from '../../storage/draft-records.ts'
import type { TeamDraftRecords } from '../../storage/team-draft-records.ts'
import type { TeamRecords } from '../../storage/team-records.ts'
import type { Clock } from '../../submissions/clock.ts'
import type { TeamDraft } from '../../team/answers.ts'
import { readContent } from '../../team/drafts/content.ts'
import type { DraftMirror } from '../../team/drafts/mirror.ts'
import type { DraftTaking } from '../../team/drafts/taking.ts'
import type { Team } from '../../team/team.ts'
import { teamAsker } from './ask.ts'

export interface TeamDraftsDeps {
  team: Pick<Team, 'session' | 'member'>
  shared: Pick<TeamRecords, 'link' | 'desk' | 'accounts' | 'sharedOf'>
  records: TeamDraftRecords
  drafts: Pick<DraftRecords, 'get'>
  taking: DraftTaking
  mirror: DraftMirror
  clock: Pick<Clock, 'now'>
  onChange(ids: string[]): void
}

/** A draft that a colleague has, or ended, is not filed from here: it would go twice, or as it was before. */
export function whyNotHere({ get }: Pick<TeamDraftRecords, 'get'>, draftId: string): AppFailure | null {
  const record = get(draftId)
  if (record?.state === 'taken')
    return new AppFailure({
      kind: 'invalid',
      message: { id: 'team.draft.notHere.taken', values: { clerk: record.clerk ?? '' } },
    })
  return record?.state === 'gone' ? new AppFailure({ kind: 'invalid', message: { id: 'team.draft.notHere.gone' } }) : null
}

/** Drafts of colleagues, taking one over, and how the own ones stand with the team. */
export function teamDrafts(deps: TeamDraftsDeps): GroupHandlers<(typeof teamDraftsContract)['teamDrafts']> {
  const { team, shared, records, drafts, taking, mirror, clock } = deps
  const { ask, callerOf } = teamAsker({ team, records: shared })
  const accountIds = () => new Map(shared.accounts().map(({ accountId, shared: id }) => [id, accountId]))

  /** Null for one of this desk's own, of an account that is not linked here, or of a kind that only a newer Balie knows. */
  function summaryOf(draft: TeamDraft): TeamDraftSummary | null {
    const kind = kindSchema.safeParse(draft.kind)
    const accountId = accountIds().get(draft.account)
    const isHere = draft.desk === shared.desk().id
    if (!kind.success || accountId === undefined) return null
    if (isHere && records.all().some(({ teamId }) => teamId === draft.id)) return null
    return {
      id: draft.id,
      kind: kind.data,
      accountId,
      subject: draft.subject ?? '',
      clerk: draft.display,
      isOwn: draft.clerk === team.member?.clerk,
      isLive: draft.live && !isHere,
      at: new Date(draft.at).toISOString(),
      note: draft.note ?? '',
      files: draft.files.length,
      fence: draft.fence,
    }
  }

  return {
    list: ({ kind }) =>
      ask(async ({ store }) => (await store.drafts()).flatMap((draft) => (draft.kind === kind ? (summaryOf(draft) ?? []) : []))),
    get: ({ id }) =>
      ask(async ({ store }) => {
        const draft = await store.draft(id)
        const summary = draft && summaryOf(draft)
        if (!draft || !summary) throw new AppFailure({ kind: 'invalid', message: { id: 'team.draft.gone' } })
        const content = readContent(draft.kind, draft.fields)
        const there = new Set(draft.files.map((file) => file.id))
        return {
          ...summary,
          canErase: team.member?.accounts.some(({ id: account, manager }) => account === draft.account && manager) ?? false,
          fields:
            content &&
            Object.fromEntries(
              Object.entries(content.typed.fields).filter((field): field is [string, string] => typeof field[1] === 'string'),
            ),
          names: (content?.sources ?? []).map(({ file, name, bytes }) => ({ name, bytes, isThere: there.has(file) })),
        }
      }),
    async take({ id, fence }) {
      const taken = await ask(async (session) => {
        const draft = await session.store.draft(id)
        if (!draft) throw new AppFailure({ kind: 'invalid', message: { id: 'team.draft.gone' } })
        // Somebody else has it than whom the person saw.
        if (fence !== null && draft.fence !== fence)
          throw new AppFailure({
            kind: 'invalid',
            message: { id: 'team.draft.takenElse', values: { clerk: draft.display } },
          })
        return await taking.take(session.store, callerOf(session), id, draft)
      })
      deps.onChange([])
      mirror.changed([taken.draftId])
      return taken
    },
    async erase({ id }) {
      if (!(await ask(({ store }) => store.eraseDraft(id)))) throw gone()
      return {}
    },
    elsewhere: () =>
      records
        .all()
        .flatMap(({ draftId, state, clerk }) =>
          state === 'taken' || state === 'gone' ? [{ id: draftId, clerk: state === 'taken' ? (clerk ?? '') : null }] : [],
        ),
    standing({ id }): DraftStanding | null {
      const record = records.get(id)
      const draft = drafts.get(id)
      if (!draft) return null
      const isShared = shared.sharedOf(draft.accountId) !== null
      if (!record || record.state === 'ended')
        return isShared && shared.link()
          ? { state: 'held', teamId: null, clerk: null, at: null, note: record?.note ?? '', hasMore: false }
          : null
      const { state, teamId, clerk, at, note } = record
      return {
        state,
        teamId,
        clerk,
        at: new Date(at).toISOString(),
        note,
        hasMore: state !== 'held' && taking.hasMore(record),
      }
    },
    note({ id, revision, fields }) {
      const draft = drafts.get(id)
      const to = draft && shared.sharedOf(draft.accountId)
      if (!draft || to === null) throw gone()
      records.put({ ...(records.get(id) ?? records.fresh(id, to, clock.now())), note: fields.note })
      mirror.changed([id])
      return { revision, updatedAt: new Date(clock.now()).toISOString(), fields }
    },
    keepOwn({ id }) {
      if (!drafts.get(id)) throw gone()
      records.forget(id)
      mirror.changed([id])
      deps.onChange([id])
      return {}
    },
  }
}
