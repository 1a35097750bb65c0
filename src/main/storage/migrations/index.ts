import { initial } from './0001-initial.ts'
import { bulk } from './0002-bulk.ts'
import { identity } from './0003-identity.ts'
import { outboxQueue } from './0004-outbox-queue.ts'
import { setAside } from './0005-set-aside.ts'
import { attachmentDoubt } from './0006-attachment-doubt.ts'

/** In order, each once; `PRAGMA user_version` says how many a ledger has had. A landed migration is never edited. */
export const migrations: readonly string[] = [initial, bulk, identity, outboxQueue, setAside, attachmentDoubt]
