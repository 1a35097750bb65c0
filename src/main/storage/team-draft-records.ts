import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { jsonColumn, time } from './columns.ts'
import type { Ledger } from './ledger.ts'

const rowSchema = z
  .object({
    draft_id: z.string(),
    team_id: z.string(),
    shared: z.number(),
    state: z.enum(['held', 'ended', 'taken', 'gone']),
    fence: z.number(),
    revision: z.number(),
    epoch: z.number(),
    content: z.string(),
    files: jsonColumn(z.array(z.string())),
    clerk: z.string().nullable(),
    note: z.string(),
    at: time,
  })
  .transform(({ draft_id: draftId, team_id: teamId, ...row }) => ({ ...row, draftId, teamId }))

/** How a draft stands with the team: see migration 15. */
export type TeamDraftRecord = z.infer<typeof rowSchema>

/** Which drafts the team knows of, and who has each. What stands in a draft is no part of it, but for the note to who takes it over. */
export function teamDraftRecords({ db, reader, transaction }: Ledger) {
  const one = db.prepare('SELECT * FROM team_drafts WHERE draft_id = ?')
  const all = db.prepare('SELECT * FROM team_drafts')
  const put = db.prepare(`
    INSERT INTO team_drafts (draft_id, team_id, shared, state, fence, revision, epoch, content, files, clerk, note, at)
    VALUES (:draftId, :teamId, :shared, :state, :fence, :revision, :epoch, :content, :files, :clerk, :note, :at)
    ON CONFLICT (draft_id) DO UPDATE SET team_id = excluded.team_id, shared = excluded.shared, state = excluded.state, fence = excluded.fence,
      revision = excluded.revision, epoch = excluded.epoch, content = excluded.content, files = excluded.files, clerk = excluded.clerk,
      note = excluded.note, at = excluded.at`)
  const forget = db.prepare('DELETE FROM team_drafts WHERE draft_id = ?')
  const forgetEnded = db.prepare("DELETE FROM team_drafts WHERE state = 'ended' AND at < ?")
  const shared = db.prepare(`
    SELECT draft.id AS id FROM drafts AS draft JOIN team_account USING (account_id) WHERE draft.deleted_at IS NULL
    UNION SELECT draft_id FROM team_drafts WHERE state = 'held'`)

  const records = {
    get: (draftId: string): TeamDraftRecord | null => reader.made(rowSchema, one, draftId)[0] ?? null,
    all: (): TeamDraftRecord[] => reader.made(rowSchema, all),
    /** The drafts of shared accounts, and those that the team has to hear the end of. */
    toLookAt: (): string[] => reader.made(z.object({ id: z.string() }), shared).map(({ id }) => id),
    put(record: TeamDraftRecord): void {
      transaction(() => put.run({ ...record, files: JSON.stringify(record.files) }))
    },
    change(draftId: string, part: Partial<Omit<TeamDraftRecord, 'draftId'>>): void {
      const record = records.get(draftId)
      if (record) records.put({ ...record, ...part })
    },
    /** The draft is this desk's own from now on, whatever the team has. */
    forget(draftId: string): void {
      transaction(() => forget.run(draftId))
    },
    /** Once a draft can't come back, nobody has to know that it was there. */
    forgetEnded(before: number): void {
      transaction(() => forgetEnded.run(before))
    },
    /** What a draft is known as that the team does not have yet. */
    fresh: (draftId: string, to: number, at: number): TeamDraftRecord => ({
      draftId,
      teamId: randomUUID(),
      shared: to,
      state: 'held',
      fence: 1,
      revision: 0,
      epoch: 0,
      content: '',
      files: [],
      clerk: null,
      note: '',
      at,
    }),
  }
  return records
}
export type TeamDraftRecords = ReturnType<typeof teamDraftRecords>
