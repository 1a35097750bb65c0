import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { submissionStateSchema, type SubmissionState } from '#shared/domain/submission.ts'
import { hasBeenThrough, readMark } from './ledger-identity/mark.ts'
import type { Ledger } from './ledger.ts'
import { submissionRowSchema, type StoredSubmission } from './submission-row.ts'

const linkSchema = z.object({
  host: z.string(),
  port: z.number(),
  database: z.string(),
  user: z.string(),
  ca: z.string().nullable(),
})
/** Where the team's database is, and who this clerk is there. */
export type TeamLink = z.infer<typeof linkSchema>

const deskSchema = z.object({ id: z.string(), acked: z.number(), epoch: z.number(), news: z.string().nullable() })
/** What this desk remembers of what the database said last. */
export type TeamDeskRecord = z.infer<typeof deskSchema>

/** An item that changed, and which change that was. */
export interface ToTell {
  serial: number
  item: StoredSubmission
  /** What went with it. */
  file: { name: string; bytes: number } | null
}

/** An item that ended and has no text any more. */
export interface ToForget {
  serial: number
  id: string
  state: SubmissionState
  accountId: string
}

/** What a desk in a team remembers. */
export function teamRecords(ledger: Ledger) {
  const { db, reader } = ledger
  const link = db.prepare('SELECT host, port, database, user, ca FROM team_link')
  const setLink = db.prepare(`
    INSERT INTO team_link (one, host, port, database, user, ca) VALUES (1, :host, :port, :database, :user, :ca)
    ON CONFLICT (one) DO UPDATE SET host = excluded.host, port = excluded.port, database = excluded.database, user = excluded.user, ca = excluded.ca`)
  const desk = db.prepare('SELECT id, acked, epoch, news FROM team_desk')
  const setDesk = db.prepare(`
    INSERT INTO team_desk (one, id, acked, epoch, news) VALUES (1, :id, :acked, :epoch, :news)
    ON CONFLICT (one) DO UPDATE SET id = excluded.id, acked = excluded.acked, epoch = excluded.epoch, news = excluded.news`)
  const accounts = db.prepare('SELECT account_id, shared FROM team_account ORDER BY shared, account_id')
  const accountSchema = z.object({ account_id: z.string(), shared: z.number() })
  const shared = db.prepare('SELECT shared FROM team_account WHERE account_id = ?')
  const share = db.prepare(`
    INSERT INTO team_account (account_id, shared) VALUES (?, ?) ON CONFLICT (account_id) DO UPDATE SET shared = excluded.shared`)
  const unshare = db.prepare('DELETE FROM team_account WHERE account_id = ?')
  const logAll = db.prepare(
    'INSERT INTO team_log (seq) SELECT seq FROM submissions WHERE account_id = ? AND text_gone_at IS NULL ORDER BY seq',
  )
  const logOne = db.prepare('INSERT INTO team_log (seq) SELECT seq FROM submissions WHERE seq = ?')
  const logErased = db.prepare(`
    INSERT INTO team_log (seq) SELECT seq FROM submissions AS item WHERE seq = ? AND text_gone_at IS NOT NULL
      AND EXISTS (SELECT 1 FROM team_account WHERE account_id = item.account_id)`)
  const erased = db.prepare('SELECT id, state, account_id FROM submissions WHERE seq = ? AND text_gone_at IS NOT NULL')
  const erasedSchema = z
    .object({ id: z.string(), state: submissionStateSchema, account_id: z.string() })
    .transform(({ account_id: accountId, ...row }) => ({ ...row, accountId }))
  const top = db.prepare('SELECT coalesce(max(serial), 0) AS top FROM team_log')
  const changed = db.prepare(`
    SELECT max(serial) AS serial, seq FROM team_log WHERE serial > ? GROUP BY seq ORDER BY 1 LIMIT ?`)
  const changedSchema = z.object({ serial: z.number(), seq: z.number() })
  const bySeq = db.prepare('SELECT * FROM submissions WHERE seq = ?')
  const file = db.prepare('SELECT name, bytes FROM attachments WHERE id = ?')
  const fileSchema = z.object({ name: z.string(), bytes: z.number() })
  const unknown = db.prepare(`
    SELECT item.id FROM team_account AS shared CROSS JOIN submissions AS item ON item.account_id = shared.account_id WHERE item.state = 'unknown'`)
  const seen = db.prepare('SELECT agreed FROM team_seen WHERE submission_id = ?')
  const show = db.prepare(`
    INSERT INTO team_seen (submission_id, shown, agreed) VALUES (:id, :turn, 0) ON CONFLICT (submission_id) DO UPDATE SET shown = :turn`)
  const agree = db.prepare('UPDATE team_seen SET agreed = shown WHERE submission_id = ?')
  const agreeTo = db.prepare(`
    INSERT INTO team_seen (submission_id, shown, agreed) VALUES (:id, :turn, :turn)
    ON CONFLICT (submission_id) DO UPDATE SET shown = :turn, agreed = :turn`)
  const number = (statement: typeof top, ...values: (string | number)[]): number | null => {
    const value = Object.values(reader.raw(statement, ...values)[0] ?? {})[0]
    return typeof value === 'number' ? value : null
  }

  const records = {
    link: (): TeamLink | null => reader.made(linkSchema, link)[0] ?? null,
    /** Another database knows nothing of what an earlier one said. */
    setLink(next: TeamLink): void {
      ledger.transaction(() => {
        const before = records.link()
        setLink.run(next)
        const isSame = before && before.host === next.host && before.port === next.port && before.database === next.database
        if (!isSame) {
          db.exec('DELETE FROM team_account; DELETE FROM team_seen; DELETE FROM team_drafts')
          records.renewDesk()
        }
      })
    },
    clear(): void {
      ledger.transaction(() =>
        db.exec(
          'DELETE FROM team_link; DELETE FROM team_account; DELETE FROM team_seen; DELETE FROM team_drafts; DELETE FROM team_desk',
        ),
      )
    },
    desk(): TeamDeskRecord {
      return reader.made(deskSchema, desk)[0] ?? records.renewDesk()
    },
    /** This ledger speaks as another desk from now on: it is a copy, or may be. */
    renewDesk(): TeamDeskRecord {
      const next = { id: randomUUID(), acked: 0, epoch: 0, news: null }
      ledger.transaction(() => setDesk.run(next))
      return next
    },
    remember(change: Partial<Omit<TeamDeskRecord, 'id'>>): void {
      ledger.unflushed(() => setDesk.run({ ...records.desk(), ...change }))
    },
    /** The ledger's own id, and its present start. */
    mark: () => readMark(db),
    /** Whether the ledger has been through the start that the database heard last. */
    wasThrough(mark: string): boolean {
      const [row] = reader.raw(db.prepare('SELECT generation FROM ledger_generations WHERE mark = ?'), mark)
      const generation = row?.['generation']
      return typeof generation === 'number' && hasBeenThrough(db, { id: readMark(db).id, generation, mark })
    },
    accounts: (): { accountId: string; shared: number }[] =>
      reader.made(accountSchema, accounts).map((row) => ({ accountId: row.account_id, shared: row.shared })),
    /** The team's account that this one is; null where it is shared with nobody. */
    sharedOf: (accountId: string): number | null => number(shared, accountId),
    /** All that was sent for it is told from now on, what was before included. */
    share(accountId: string, to: number): void {
      ledger.transaction(() => {
        if (records.sharedOf(accountId) === to) return
        share.run(accountId, to)
        logAll.run(accountId)
      })
    },
    unshare(accountId: string): void {
      ledger.transaction(() => unshare.run(accountId))
    },
    /** How many changes there were. */
    top: (): number => number(top) ?? 0,
    /** Items that changed after this one, each once, by its newest change; `upto` is the change that all of them come to. */
    changedAfter(serial: number, limit: number): { items: ToTell[]; erased: ToForget[]; upto: number } {
      const rows = reader.made(changedSchema, changed, serial, limit)
      const items = rows.flatMap((row) => {
        const item = reader.one('submissions', submissionRowSchema, bySeq, row.seq)
        if (!item) return []
        const [sent = null] = item.attachmentId === null ? [] : reader.made(fileSchema, file, item.attachmentId)
        return [{ serial: row.serial, item, file: sent }]
      })
      const gone = rows.flatMap((row) => {
        const [item] = reader.made(erasedSchema, erased, row.seq)
        return item ? [{ serial: row.serial, ...item }] : []
      })
      return { items, erased: gone, upto: rows.at(-1)?.serial ?? serial }
    },
    /** Items of shared accounts whose outcome nobody knows. */
    unknownIds: (): string[] => reader.made(z.object({ id: z.string() }), unknown).map(({ id }) => id),
    /** What was reserved and is not sent after all counts as a change: the team is told how it stands. */
    letGo(seqs: readonly number[]): void {
      if (seqs.length > 0) ledger.transaction(() => seqs.forEach((seq) => logOne.run(seq)))
    },
    /** A person was erased from it, as part of the caller's transaction: the team is told to forget it as well. */
    erased(seq: number): void {
      logErased.run(seq)
    },
    /** The turn of a colleague's item that a person went on in spite of. */
    agreedTo: (id: string): number => number(seen, id) ?? 0,
    /** A person is shown this turn, and asked. */
    show(id: string, turn: number): void {
      show.run({ id, turn })
    },
    /** A person was shown a colleague's item, and goes on. */
    agree(id: string): void {
      agree.run(id)
    },
    agreeTo(id: string, turn: number): void {
      agreeTo.run({ id, turn })
    },
  }
  return records
}
export type TeamRecords = ReturnType<typeof teamRecords>
