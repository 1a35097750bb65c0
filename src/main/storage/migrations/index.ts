import type { Database } from '../database.ts'
import { initial } from './0001-initial.ts'
import { bulk } from './0002-bulk.ts'
import { identity } from './0003-identity.ts'
import { outboxQueue } from './0004-outbox-queue.ts'
import { setAside } from './0005-set-aside.ts'
import { attachmentDoubt } from './0006-attachment-doubt.ts'
import { kindsUnchecked } from './0007-kinds-unchecked.ts'
import { attemptReads } from './0008-attempt-reads.ts'
import { privacy } from './0009-privacy.ts'
import { team } from './0010-team.ts'
import { draftSources } from './0011-draft-sources.ts'
import { history } from './0012-history.ts'
import { knownCustomers } from './0013-known-customers.ts'
import { templates } from './0014-templates.ts'
import { teamDrafts } from './0015-team-drafts.ts'
import { overview } from './0016-overview.ts'
import { bulkSteps } from './0017-bulk-steps.ts'
import { singleItems } from './0018-single-items.ts'
import { searchIndex } from './0019-search-index.ts'

/** In order, each once; `PRAGMA user_version` says how many a ledger has had. A landed migration is never edited. */
export const migrations: readonly string[] = [
  initial,
  bulk,
  identity,
  outboxQueue,
  setAside,
  attachmentDoubt,
  kindsUnchecked,
  attemptReads,
  privacy,
  team,
  draftSources,
  history,
  knownCustomers,
  templates,
  teamDrafts,
  overview,
  bulkSteps,
  singleItems,
  searchIndex,
]

/** Takes a ledger from `from` migrations to `to`, step by step: each is there or is not, whatever ends it. */
export function runMigrations(db: Database, from: number, to: number = migrations.length): void {
  // SECURITY: nothing else than a migration of ours may change how a table is defined.
  db.unsafeMode(true)
  try {
    for (const [index, migration] of migrations.slice(0, to).entries())
      if (index >= from) db.exec(`BEGIN IMMEDIATE; ${migration}; PRAGMA user_version = ${index + 1}; COMMIT`)
  } finally {
    db.unsafeMode(false)
  }
}
