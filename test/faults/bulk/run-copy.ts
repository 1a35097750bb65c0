import { openLedgerFile } from '#test/support/ledger-file.ts'
import { withLedgerCopy } from '../harness/ledger-copy.ts'

/** A run as it lies on disk. */
export interface RunCopy {
  id: number
  state: string
  undoes: number | null
  round: number
  discarded: 0 | 1
  pieces: number
}

/** A row's item as it lies on disk; replaced ones are not among these. */
export interface RowCopy {
  runId: number
  row: number
  state: string
  marker: string
  uncertain: 0 | 1
  attachmentId: string | null
}

/** The runs of a ledger that a crash left. */
export interface RunsCopy {
  integrity: string
  runs: RunCopy[]
  rows: RowCopy[]
  /** Files that any item or draft names. */
  attachments: Set<string>
}

function read(file: string): RunsCopy {
  const db = openLedgerFile(file)
  try {
    const { integrity_check: integrity } = db.prepare('PRAGMA integrity_check').get() as { integrity_check: string }
    const { version } = db.prepare('SELECT user_version AS version FROM pragma_user_version').get() as { version: number }
    if (version === 0) return { integrity, runs: [], rows: [], attachments: new Set() }
    const runs = db.prepare(`
      SELECT id, state, undoes, round, discarded, (SELECT count(*) FROM bulk_pieces WHERE run_id = bulk_runs.id) AS pieces FROM bulk_runs`)
    const rows = db.prepare(`
      SELECT run_id AS runId, run_row AS row, state, uncertain, attachment_id AS attachmentId,
        coalesce(payload ->> '$.text', payload ->> '$.dispute.invoice', 'delete-' || (payload ->> '$.target.saleID')) AS marker
      FROM submissions WHERE run_id IS NOT NULL AND replaced_by IS NULL ORDER BY run_id, run_row`)
    const attachments = db.prepare(`
      SELECT attachment_id AS id FROM submissions WHERE attachment_id IS NOT NULL
      UNION SELECT attachment_id FROM drafts WHERE attachment_id IS NOT NULL`)
    return {
      integrity,
      runs: runs.all() as unknown as RunCopy[],
      rows: rows.all() as unknown as RowCopy[],
      attachments: new Set(attachments.all().map(({ id }) => String(id))),
    }
  } finally {
    db.close()
  }
}

/** Looks at a copy of the ledger. */
export const lookAtRuns = (folder: string): RunsCopy => withLedgerCopy(folder, read)
