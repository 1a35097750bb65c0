import path from 'node:path'
import type { Attachment } from '#shared/domain/attachment.ts'
import { limitedAccounts } from '../policy/limited-accounts.ts'
import { accountRecords } from '../storage/account-records.ts'
import { attachmentRecords } from '../storage/attachment-records.ts'
import { createVault } from '../storage/attachment-vault.ts'
import { attemptReads } from '../storage/attempt-reads.ts'
import { bulkRunRecords } from '../storage/bulk-run-records.ts'
import { emptyReplaced, isDecided, putBack } from '../storage/backup/put-back.ts'
import { removeSnapshot, snapshotName } from '../storage/backup/snapshot.ts'
import { draftRecords } from '../storage/draft-records.ts'
import { draftSourceRecords } from '../storage/draft-source-records.ts'
import { indexFiller } from '../storage/history-search/index-filler.ts'
import { threadSearcher } from '../storage/history-search/searcher.ts'
import { ledgerFileIn, ownKeysOf } from '../storage/keys/own-keys.ts'
import { sealPlainFiles } from '../storage/keys/seal-plain.ts'
import { isRenewing, resealVault } from '../storage/keys/renewal.ts'
import { createAnchor, folderKey } from '../storage/ledger-identity/anchor.ts'
import { systemHost } from '../storage/ledger-identity/host.ts'
import { openOwnLedger } from '../storage/ledger-identity/open.ts'
import { restoredMark } from '../storage/ledger-identity/renew.ts'
import { sealCopies } from '../storage/ledger-seal/copies.ts'
import { lastFiled } from '../storage/last-filed.ts'
import type { Ledger } from '../storage/ledger.ts'
import { outboxPages } from '../storage/outbox-pages.ts'
import { outboxQueue } from '../storage/outbox-queue.ts'
import { savedSearches } from '../storage/saved-searches.ts'
import { submissionQueries } from '../storage/submission-queries.ts'
import { submissionRecords } from '../storage/submission-records.ts'
import { teamDraftRecords } from '../storage/team-draft-records.ts'
import { teamRecords } from '../storage/team-records.ts'
import { templateRecords } from '../storage/templates.ts'
import { createTraces, keepTracesOf, noTraces, type Traces } from '../storage/traces.ts'
import type { Clock } from '../submissions/clock.ts'
import type { DeskPorts } from './ports.ts'

/** All that is read and written of a ledger for drafts and single items. */
export const recordsOf = (ledger: Ledger, traces: Pick<Traces, 'any' | 'all'> = noTraces) => ({
  accounts: accountRecords(ledger),
  attachments: attachmentRecords(ledger),
  drafts: draftRecords(ledger),
  lastFiled: lastFiled(ledger),
  sources: draftSourceRecords(ledger),
  records: submissionRecords(ledger, traces),
  queries: submissionQueries(ledger, traces),
  queue: outboxQueue(ledger),
  pages: outboxPages(ledger),
  reads: attemptReads(ledger),
  runs: bulkRunRecords(ledger),
  team: teamRecords(ledger),
  teamDrafts: teamDraftRecords(ledger),
  saved: savedSearches(ledger),
  templates: templateRecords(ledger),
})
export type Records = ReturnType<typeof recordsOf>

type StorePorts = Pick<
  DeskPorts,
  'folder' | 'stateFolder' | 'movedFrom' | 'keychain' | 'keys' | 'host' | 'ledger' | 'policy' | 'emit' | 'log'
>

/**
 * Resolves once what lies in the folder can be read: a backup that was to be put back takes its place first, and a person may
 * have to open it, or to put a backup back instead.
 */
async function readable({ folder, stateFolder, keys }: StorePorts): Promise<void> {
  const finishRestore = () =>
    putBack(folder, (ledger) => createAnchor(stateFolder, folderKey(folder)).write({ ...ledger, mark: restoredMark }))
  do {
    finishRestore()
    await keys?.pass()
  } while (isDecided(folder))
}

/** Opens what this computer keeps: the ledger, once it is known to be its own, and the vault. */
export async function openStore(ports: StorePorts, clock: Clock) {
  const { folder, keychain, log, emit } = ports
  const ledgerFile = ledgerFileIn(folder)
  await readable(ports)
  emptyReplaced(folder, clock.now())
  const { keys, safe } = ports.keys ?? ownKeysOf(folder, keychain, () => clock.now())
  const own = await openOwnLedger({
    file: ledgerFile,
    stateFolder: ports.stateFolder,
    movedFrom: ports.movedFrom ?? null,
    keychain,
    keys: safe.ledgerKeys,
    host: ports.host ?? systemHost(ports.stateFolder),
    questions: ports.ledger,
    now: () => clock.now(),
    log,
  })
  const { ledger } = own
  // SECURITY: a crash in the middle of a backup leaves a whole copy of the ledger, out of which nobody would ever be erased.
  removeSnapshot(path.join(folder, snapshotName))
  own.onLost(ports.ledger.takenOver)
  ledger.reader.onSetAside = ({ source, key }, rules) => {
    // SECURITY: by table, key and rule; what stands in a record is never logged.
    log(`A record was set aside: ${source} ${source === 'bulk_plans' ? '' : key}`, rules.join('; '))
    setImmediate(() => emit('damaged.changed', {}))
  }
  const traces = createTraces(ledger, keys)
  const records = recordsOf(ledger, traces)
  const stored: Records = { ...records, accounts: limitedAccounts(records.accounts, ports.policy ?? {}) }
  const copiesSealed =
    own.key &&
    sealCopies({
      file: ledgerFile,
      key: own.key,
      earlier: own.earlierKeys,
      vault: async () => {
        const answer = await keys.forSealing('live')
        return answer.state === 'key' ? answer.key : null
      },
      log,
    })
  copiesSealed?.catch((error: unknown) => log('Copies of the ledger could not be sealed', error))
  const indexing = indexFiller(ledger, (ms, call) => void clock.after(ms, call), log)
  ledger.onIndexReset = () => indexing.start()
  indexing.start()
  const searcher = threadSearcher(ledgerFile, own.key, () => {
    log('The search index was damaged and is made anew', null)
    indexing.anew()
  })
  const attachmentsFolder = path.join(folder, 'attachments')
  const vault = createVault({
    folder: attachmentsFolder,
    keys,
    now: () => clock.now(),
  })
  return {
    ...stored,
    stored,
    ledgerFile,
    own,
    ledger,
    traces,
    /** Reads beside main's own thread. */
    searcher: {
      ...searcher,
      async close() {
        indexing.stop()
        await searcher.close()
      },
    },
    /** Counts beside it too: a year takes longer than a search may wait. */
    counter: threadSearcher(ledgerFile, own.key),
    vault,
    keys,
    /** Null where the ledger lies open, and its copies with it. */
    copiesSealed,
    safe,
    /** Seals what lay open until there was a key to seal it with. */
    async sealAll(): Promise<void> {
      const answer = await keys.forSealing('live')
      if (answer.state === 'key') await sealPlainFiles(attachmentsFolder, stored.attachments, answer.key)
    },
    /** Goes on where the keys were renewed, now or in an earlier session. */
    async resealAll(): Promise<void> {
      const ring = await safe.ring()
      if (!ring) return
      keepTracesOf(
        ledger,
        ring.map(({ vault: key }) => key),
        clock.now(),
      )
      await traces.recall()
      await resealVault(attachmentsFolder, ledgerFile, ring)
    },
    isRenewing: () => isRenewing(ledgerFile),
    /** A file as the screens know it; null where there is none. */
    async attachmentView(id: string | null): Promise<Attachment | null> {
      const record = id === null ? null : stored.attachments.get(id)
      if (!record) return null
      const { name, format, bytes, sha256, doubt, goneAt = null } = record
      const state = goneAt === null ? await vault.check(record) : 'erased'
      return { id: record.id, name, format, bytes, sha256, state, doubt, erasedAt: goneAt }
    },
  }
}
