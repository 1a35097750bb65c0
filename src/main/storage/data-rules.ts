import type { RetentionKind } from '#shared/domain/retention.ts'

/** What becomes of a customer's data in one place. `docs/privacy.md` says the same in sentences. */
export interface DataRule {
  /**
   * When one customer is erased. `text`: the row stays, emptied of what tells of a person. `follows`: it goes with what it
   * belongs to. `none`: nothing of a customer can stand there.
   */
  erase: 'text' | 'row' | 'cells' | 'lines' | 'file' | 'follows' | 'none'
  /**
   * How long it is kept without that: for as long as the retention of this kind says, or for a reason of its own. `with-item`:
   * as long as the item it belongs to has its text. `in-use`: until a person removes it.
   */
  kept: RetentionKind | 'with-item' | 'in-use' | 'two-good-starts' | 'a-week' | 'the-session'
  /** When a customer asks for their data: all of it, the parts that speak of them, or no more than that it is there. */
  handOver: 'all' | 'parts' | 'named' | 'none'
}

/** A table of the ledger: every column that is no number is in one of the two lists. */
export interface TableRule extends DataRule {
  /** Columns in which something of a customer can stand: what is searched for a person. */
  person: readonly string[]
  /** Columns that hold names of our own, hashes and words of a few. */
  plain: readonly string[]
}

/** For what can hold nothing of a customer. */
export const nothing = { erase: 'none', kept: 'in-use', handOver: 'none' } as const

/**
 * THE table of the ledger's tables: what of a customer stands in each, and what becomes of it. A table or a column that is not in
 * it fails a test, so that nothing new is forgotten when a person is erased or asks for their data.
 */
export const tableRules: Readonly<Record<string, TableRule>> = {
  accounts: { person: [], plain: ['id', 'settings', 'secret_origin', 'secret_last_four'], ...nothing },
  attachments: {
    person: ['name'],
    plain: ['id', 'format', 'sha256', 'doubt'],
    erase: 'row',
    kept: 'files',
    handOver: 'all',
  },
  drafts: {
    person: ['fields', 'refusal'],
    plain: ['id', 'kind', 'account_id', 'attachment_id', 'source_id'],
    erase: 'row',
    kept: 'in-use',
    handOver: 'all',
  },
  draft_sources: {
    person: ['name'],
    plain: ['id', 'draft_id', 'file_id', 'kind', 'sha256', 'doubt', 'edits'],
    erase: 'row',
    kept: 'with-item',
    handOver: 'all',
  },
  made_files: { person: ['made'], plain: ['attachment_id'], erase: 'follows', kept: 'with-item', handOver: 'parts' },
  submissions: {
    person: ['payload', 'typed', 'subject', 'context', 'excerpt', 'note_key', 'reason', 'head', 'fields', 'vendor_number'],
    plain: [
      'id',
      'draft_id',
      'kind',
      'account_id',
      'account_name',
      'environment',
      'scope',
      'state',
      'attachment_id',
      'replaced_by',
      'trace',
    ],
    erase: 'text',
    kept: 'texts',
    handOver: 'all',
  },
  attempts: {
    person: ['answer', 'reason'],
    plain: ['submission_id', 'progress', 'method', 'host', 'state_after'],
    erase: 'text',
    kept: 'with-item',
    handOver: 'all',
  },
  attempt_reads: {
    person: ['found', 'meant', 'look_found'],
    plain: ['submission_id', 'idempotency_key', 'look'],
    erase: 'row',
    kept: 'with-item',
    handOver: 'all',
  },
  decisions: {
    person: ['detail'],
    plain: ['submission_id', 'decision'],
    erase: 'text',
    kept: 'with-item',
    handOver: 'all',
  },
  bulk_runs: {
    person: ['file_name', 'settings', 'table', 'plan', 'files', 'review', 'pause_reason'],
    plain: ['kind', 'state', 'account_id', 'account_name', 'environment', 'scope', 'layout', 'plan_from', 'retries'],
    erase: 'text',
    kept: 'tables',
    handOver: 'parts',
  },
  bulk_pieces: { person: ['rows'], plain: [], erase: 'cells', kept: 'tables', handOver: 'parts' },
  bulk_marks: { person: ['detail'], plain: ['standing'], erase: 'text', kept: 'tables', handOver: 'parts' },
  bulk_edits: { person: ['value'], plain: ['field'], erase: 'row', kept: 'tables', handOver: 'parts' },
  bulk_steps: { person: [], plain: ['kind', 'field'], ...nothing },
  bulk_plans: { person: ['plan'], plain: ['kind', 'layout'], erase: 'row', kept: 'in-use', handOver: 'parts' },
  set_aside: { person: ['key', 'rules', 'note_key'], plain: ['source'], erase: 'row', kept: 'in-use', handOver: 'named' },
  trace_keys: { person: [], plain: ['id', 'key'], ...nothing },
  upkeep: { person: [], plain: ['name'], ...nothing },
  erasures: { person: ['targets'], plain: ['step'], erase: 'row', kept: 'with-item', handOver: 'none' },
  submission_search: { person: ['text'], plain: [], erase: 'follows', kept: 'with-item', handOver: 'none' },
  submission_search_content: { person: ['c0'], plain: [], erase: 'follows', kept: 'with-item', handOver: 'none' },
  submission_search_data: { person: ['block'], plain: [], erase: 'follows', kept: 'with-item', handOver: 'none' },
  submission_search_idx: { person: ['term'], plain: ['segid', 'pgno'], erase: 'follows', kept: 'with-item', handOver: 'none' },
  submission_search_config: { person: [], plain: ['k', 'v'], ...nothing },
  templates: { person: ['fields'], plain: ['id', 'kind'], erase: 'row', kept: 'in-use', handOver: 'parts' },
  saved_searches: { person: ['name', 'filter'], plain: ['id'], erase: 'row', kept: 'in-use', handOver: 'parts' },
  ledger_identity: { person: [], plain: ['id', 'mark'], ...nothing },
  ledger_generations: { person: [], plain: ['mark', 'event'], ...nothing },
  ledger_lock: { person: [], plain: ['session', 'host', 'boot', 'started'], ...nothing },
  team_link: { person: [], plain: ['host', 'database', 'user', 'ca'], ...nothing },
  team_desk: { person: [], plain: ['id', 'news'], ...nothing },
  team_account: { person: [], plain: ['account_id'], ...nothing },
  team_log: { person: [], plain: [], ...nothing },
  team_seen: { person: [], plain: ['submission_id'], ...nothing },
  team_drafts: {
    person: ['note'],
    plain: ['draft_id', 'team_id', 'state', 'content', 'files', 'clerk'],
    erase: 'text',
    kept: 'in-use',
    handOver: 'parts',
  },
  sqlite_sequence: { person: [], plain: ['name', 'seq'], ...nothing },
}
