import path from 'node:path'
import type { Attachment } from '#shared/domain/attachment.ts'
import { kindOfPayload } from '#shared/vendors/index.ts'
import { kinds, vendors, type Vendor } from '#shared/domain/kinds.ts'
import type { Policy } from '#shared/domain/policy.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { Handlers } from '#shared/ipc/procedure.ts'
import { runStates } from './bulk/runs/run-states.ts'
import { throttled } from './bulk/sending/progress.ts'
import { openBulkDesk, type BulkDesk, type BulkPorts } from './bulk-desk.ts'
import { acceptedChoices } from './features/accounts/accepted-choices.ts'
import { accounts as accountsFeature } from './features/accounts/index.ts'
import { makePracticeAccounts } from './features/accounts/practice-accounts.ts'
import { createSecretFor } from './features/accounts/secret-for.ts'
import { createAccountSecrets } from './features/accounts/secrets.ts'
import { createFileTokens, type FileTokens } from './features/attachments/file-tokens.ts'
import { attachments as attachmentsFeature } from './features/attachments/index.ts'
import { damaged } from './features/damaged.ts'
import { drafts as draftsFeature } from './features/drafts.ts'
import { history } from './features/history.ts'
import { outboxFeature } from './features/outbox.ts'
import { preferences as preferencesFeature } from './features/preferences.ts'
import { proxies } from './features/proxies/index.ts'
import { createSignIns, type SignIns } from './features/proxies/sign-ins.ts'
import type { Emit } from './ipc/events.ts'
import { practiceRuntime } from './practice/runtime.ts'
import { accountRecords } from './storage/account-records.ts'
import { bulkRunRecords } from './storage/bulk-run-records.ts'
import { attachmentRecords } from './storage/attachment-records.ts'
import { createVault } from './storage/attachment-vault.ts'
import { damagedRecords } from './storage/damaged-records.ts'
import { createDataKeys } from './storage/data-keys.ts'
import { draftRecords } from './storage/draft-records.ts'
import { mayReach } from './policy/apply-policy.ts'
import type { StoredAccount } from './storage/account-records.ts'
import type { Keychain } from './storage/keychain.ts'
import type { LaneTarget } from './storage/lane-journal.ts'
import { threadWriter, type LaneWriter } from './storage/lane-writer.ts'
import { systemHost, type Host } from './storage/ledger-identity/host.ts'
import { openOwnLedger, type LedgerQuestions } from './storage/ledger-identity/open.ts'
import type { LedgerDoubt } from './storage/ledger-identity/doubt.ts'
import type { Ledger } from './storage/ledger.ts'
import type { PreferenceFile } from './storage/preferences.ts'
import { createSessionSecrets } from './storage/session-secrets.ts'
import { outboxPages } from './storage/outbox-pages.ts'
import { outboxQueue } from './storage/outbox-queue.ts'
import { attemptReads } from './storage/attempt-reads.ts'
import { submissionQueries } from './storage/submission-queries.ts'
import { submissionRecords } from './storage/submission-records.ts'
import { systemClock, type Clock } from './submissions/clock.ts'
import { look } from './submissions/look.ts'
import { Looks } from './submissions/looks.ts'
import { filing } from './submissions/filing.ts'
import { Origins } from './submissions/origins.ts'
import { Outbox } from './submissions/outbox.ts'
import { person } from './submissions/person.ts'
import { preparation, preparationParts } from './submissions/preparation.ts'
import { settling } from './submissions/doubt.ts'
import { recover } from './submissions/recovery.ts'
import type { Asking } from './upstream/asked.ts'
import { defaultLimits, settleAfterMs } from './upstream/limits.ts'
import type { Channels, Transmitter } from './upstream/types.ts'
import { callerOf, decideOutcome, mainVendor, mainVendorOf, vendorHandlers } from './vendors/index.ts'
import { draftViews } from './views/draft-views.ts'
import { summaries as submissionSummaries } from './views/summaries.ts'
import { vendorText } from './views/vendor-text.ts'

/** What the desk needs of the world around it; the app gives Electron's, tests and fault runs their own. */
export interface DeskPorts {
  /** Holds the ledger and the vault. */
  folder: string
  /** Where `folder` was until this start. */
  movedFrom?: string | null
  /** On this computer's own disk and outside `folder`: what is remembered of the ledger, to tell a copy by. */
  stateFolder: string
  /** What a person is asked before the ledger is touched, and told of it. */
  ledger: LedgerQuestions & { inDoubt(doubt: LedgerDoubt): void; takenOver(): void }
  host?: Host
  preferences: PreferenceFile
  /** What the person's organisation allows; without one everything that a person may. */
  policy?: Policy
  keychain: Keychain
  transmitter: Transmitter & Asking & Partial<Channels>
  chooseFile(extensions: readonly string[]): Promise<string | null>
  confirmHost(question: { host: string; accountName: string; kind: Vendor }): Promise<boolean>
  bulk: BulkPorts
  /** Absent where no proxy is ever asked. */
  signIns?: SignIns
  emit: Emit
  onPreferences(): void
  log(message: string, error: unknown): void
  /** The app's own, for what is told to its makers. */
  version?: string
  clock?: Clock
  /** How long after a try of unknown outcome it is looked up; tests that turn no clock can't wait as long. */
  settleAfterMs?: number
  /** How bulk runs write to the ledger; tests that turn the clock wait for no other thread. */
  writerFor?(ledger: Ledger, target: LaneTarget): LaneWriter
}

const dayMs = 24 * 60 * 60_000

/** Requests under way at once to one origin, for items filed one by one: polite to the vendors, and a large file does not hold up the rest. */
const connections = 4

/** How often the screens are told of items that move, at most. */
const screenMs = 100

export type DeskHandlers = Omit<Handlers<typeof contract>, 'app' | 'updates'>

/** Everything main does, without Electron: opens the ledger, recovers from the last end, and begins to send. */
export async function openDesk(ports: DeskPorts) {
  const { preferences, keychain, emit, log, clock = systemClock } = ports
  const ledgerFile = path.join(ports.folder, 'ledger.sqlite')
  const own = await openOwnLedger({
    file: ledgerFile,
    stateFolder: ports.stateFolder,
    movedFrom: ports.movedFrom ?? null,
    keychain,
    host: ports.host ?? systemHost(ports.stateFolder),
    questions: ports.ledger,
    now: () => clock.now(),
    log,
  })
  const { ledger } = own
  own.onLost(ports.ledger.takenOver)
  ledger.reader.onSetAside = ({ source, key }, rules) => {
    // SECURITY: by table, key and rule; what stands in a record is never logged.
    log(`A record was set aside: ${source} ${source === 'bulk_plans' ? '' : key}`, rules.join('; '))
    setImmediate(() => emit('damaged.changed', {}))
  }
  const accounts = accountRecords(ledger)
  const attachments = attachmentRecords(ledger)
  const drafts = draftRecords(ledger)
  const records = submissionRecords(ledger)
  const queries = submissionQueries(ledger)
  const queue = outboxQueue(ledger)
  const runs = bulkRunRecords(ledger)
  const states = runStates(runs)
  const vault = createVault({
    folder: path.join(ports.folder, 'attachments'),
    keys: createDataKeys(keychain),
    now: () => clock.now(),
  })
  const tokens: FileTokens = createFileTokens()

  const made = makePracticeAccounts(accounts, (vendor) => mainVendor(vendor).practice.settings)
  if (made) preferences.set({ activeAccounts: made })
  if (ledger.hasFaultyRows) {
    records.examine()
    drafts.examine()
  }
  recover(ledger, records, clock.now())
  drafts.eraseRemovedBefore(clock.now() - dayMs)

  const practice = practiceRuntime(async () => {
    const { createPractice } = await import('./vendors/practice.ts')
    const confirmed = queries.confirmedNotes('practice')
    const options = vendors.map((name) => {
      const mine = confirmed.filter(({ kind }) => kinds[kind].vendor === name)
      return [name, mainVendor(name).practice.optionsFor(mine)] as const
    })
    return createPractice(Object.fromEntries(options))
  })
  const reaches = (settings: StoredAccount['settings']) => mayReach(ports.policy ?? {}, settings)
  // SECURITY: without an address nothing can be sent, whoever asks.
  const endpointOf = (account: StoredAccount) => (reaches(account.settings) ? practice.endpointOf(account) : null)
  const secrets = createAccountSecrets({ keychain, session: createSessionSecrets(), remembered: createSessionSecrets() })
  const secretFor = createSecretFor({
    secrets,
    records: accounts,
    practiceSecret: (vendor) => mainVendor(vendor).practice.secret,
  })
  const attachmentView = async (id: string | null): Promise<Attachment | null> => {
    const record = id === null ? null : attachments.get(id)
    if (!record) return null
    const { name, format, bytes, sha256, doubt } = record
    return { id: record.id, name, format, bytes, sha256, state: await vault.check(record), doubt }
  }

  const itemsChanged = (ids: string[]) => emit('submissions.changed', { ids })
  const draftsChanged = (ids: string[]) => emit('drafts.changed', { ids })
  /** Filing and taking back move content between drafts and items. */
  const moved = (ids: string[]) => {
    itemsChanged(ids)
    draftsChanged([])
  }
  const learnChoices = acceptedChoices({ accounts, records, vendorOf: mainVendorOf })
  const settled = settling({
    own,
    records,
    runs: states,
    isForVendors: () => accounts.list().some(({ settings }) => settings.url !== null),
    onDoubt(doubt, halted) {
      log(`The ledger may not know all that left: ${doubt}`, null)
      for (const runId of halted) emit('bulk.changed', { runId: String(runId) })
      emit('submissions.changed', { ids: [] })
      ports.ledger.inDoubt(doubt)
    },
  })
  const prepared = { settled, accounts, attachments, vault, endpointOf, secretFor, mayReach: reaches }
  const origins = new Origins(clock, Math.random)
  const moving = new Set<string>()
  // Thousands of items that leave one after the other would keep the screens reading.
  const tellOfItems = throttled(
    clock,
    () => {
      itemsChanged([...moving])
      moving.clear()
      // A held item shows at its account.
      emit('accounts.changed', {})
      bulk.itemsChanged()
    },
    screenMs,
  )
  const reads = attemptReads(ledger)
  const looks = new Looks({
    ledger,
    records,
    reads,
    origins,
    clock,
    random: Math.random,
    look: look({
      account: preparationParts(prepared).account,
      readFirstOf: ({ destination, secret, payload }) => callerOf(destination, secret).readFirst?.(payload) ?? null,
      ask: ports.transmitter.ask,
      decideOutcome,
    }),
    settleAfterMs: ports.settleAfterMs ?? settleAfterMs(defaultLimits),
    onLook({ id, runId }) {
      moving.add(id)
      tellOfItems.soon()
      if (runId !== null) bulk.rowDecided(runId)
      outbox.pump()
    },
    onTrouble: (error) => log('What became of an item could not be looked up', error),
  })
  const outbox = new Outbox({
    ledger,
    reads,
    looks,
    records,
    queue,
    origins,
    transmitter: ports.transmitter,
    prepare: preparation(prepared),
    decideOutcome,
    clock,
    random: Math.random,
    onChange(ids) {
      learnChoices(ids)
      for (const id of ids) moving.add(id)
      tellOfItems.soon()
    },
    onTrouble: (error) => log('The ledger refused a write of the outbox', error),
    connections,
  })
  const filer = filing({ ledger, drafts, records, outbox, clock, holdSeconds: () => preferences.get().holdSeconds })
  const acts = person({
    ledger,
    drafts,
    records,
    queue,
    origins,
    outbox,
    looks,
    clock,
    rowDecided: (runId) => bulk.rowDecided(runId),
  })
  const bulk: BulkDesk = openBulkDesk({
    ports: ports.bulk,
    folder: ports.folder,
    ledger,
    accounts,
    attachments,
    vault,
    records,
    runs,
    states,
    preparation: preparationParts(prepared),
    transmitter: ports.transmitter,
    writerFor: (target) => ports.writerFor?.(ledger, target) ?? threadWriter(ledgerFile, target, own.claimsOwner),
    endpointOf,
    takeToken: tokens.take,
    async release(accountId) {
      await acts.release(accountId)
      emit('accounts.changed', {})
    },
    // A single item may have waited for a row of the same note.
    rowsMoved: () => outbox.pump(),
    emit,
    clock,
    random: Math.random,
    origins,
    looks,
    log,
  })
  const networkReturned = () => {
    outbox.networkReturned()
    looks.hurry()
  }
  const signIns = ports.signIns ?? createSignIns(keychain)
  signIns.onChange = ({ signedIn }) => {
    emit('proxies.changed', {})
    if (signedIn) networkReturned()
  }
  const views = draftViews({ drafts, attachmentView })
  const summaries = submissionSummaries({
    queries,
    attachments,
    attachmentView,
    clock,
    isUnstored: (id) => outbox.isUnstored(id),
    looks,
    origins,
  })

  const handlers: DeskHandlers = {
    preferences: preferencesFeature({
      file: preferences,
      onChange(next) {
        emit('preferences.changed', next)
        ports.onPreferences()
      },
    }),
    accounts: accountsFeature({
      records: accounts,
      secrets,
      secretFor,
      endpointOf,
      mayReach: reaches,
      confirmHost: ports.confirmHost,
      unfinishedItems: queries.unfinishedOf,
      heldItems: queries.heldOf,
      onChange() {
        practice
          .ensure(accounts.list())
          .then(() => emit('accounts.changed', {}))
          .catch((error: unknown) => log('The practice environment could not be started', error))
        bulk.accountsChanged()
        looks.hurry()
      },
    }),
    proxies: proxies(signIns),
    drafts: draftsFeature({ drafts, accounts, views, clock, onChange: draftsChanged }),
    attachments: attachmentsFeature({
      drafts,
      attachments,
      accounts,
      vault,
      tokens,
      chooseFile: ports.chooseFile,
      onChange: draftsChanged,
    }),
    ...vendorHandlers({
      drafts,
      accounts,
      queries,
      filing: filer,
      summaries,
      endpointOf,
      secretFor,
      attachmentView,
      now: () => clock.now(),
      onChange: moved,
      ask: (call, secret) => ports.transmitter.ask(call, secret, new AbortController().signal),
      async tryOrder(order) {
        const evidence = await ports.transmitter.transmit(order, {
          // The try's own limits end it; a timer beside them would throw away what came while the computer slept.
          signal: new AbortController().signal,
          onProgress: () => undefined,
        })
        return decideOutcome(evidence, kindOfPayload(order.payload))
      },
    }),
    outbox: outboxFeature({ person: acts, pages: outboxPages(ledger), summaries, draftViews: views, onChange: moved }),
    history: history({
      queries,
      summaries,
      person: acts,
      draftViews: views,
      async vendorText(id) {
        const item = await summaries.detail(id)
        const account = accounts.get(item.accountId)
        const answer = account && (await secretFor(account))
        const boundOrigin = records.get(id)?.boundOrigin ?? ''
        const endpoint = account && endpointOf(account)
        const vendor = mainVendorOf(item.payload.kind)
        return vendorText(item, { account, boundOrigin, endpoint, secret: answer?.ok ? answer.secret : null, vendor })
      },
    }),
    damaged: damaged({
      records: damagedRecords(ledger),
      summaries,
      version: ports.version ?? '',
      clock,
      onChange() {
        emit('damaged.changed', {})
        itemsChanged([])
        outbox.pump()
        bulk.itemsChanged()
      },
    }),
    bulk: bulk.handlers,
  }

  return {
    handlers,
    tokens,
    /** Starts the practice environment where it is used, then sends what is due. */
    async start(): Promise<void> {
      await practice.ensure(accounts.list())
      const doubt = await settled()
      // What a new ledger does not know may be an earlier one's, and what a copy does not know the original's.
      const knowsAll = !doubt && !own.isNew
      if (knowsAll) void vault.sweep(attachments.allIds()).catch((error: unknown) => log('The vault could not be swept', error))
      bulk.start(knowsAll)
      outbox.start()
      for (const item of reads.toLookUp()) looks.schedule(item)
    },
    networkReturned,
    /** The computer is about to sleep or to end: nothing more is claimed until `wake`. */
    suspend(): void {
      outbox.suspend()
      bulk.suspend()
    },
    wake(): void {
      bulk.wake()
      outbox.wake()
    },
    /** Items that would leave by themselves and have not yet, and those under way. */
    unsent: () => queue.leaving(),
    /** Rows of bulk runs that would leave by themselves if the app went on. */
    unsentRows: () => bulk.leaving(),
    /** Ends every hold, so that all that may leave does so now. */
    sendWaiting: () => acts.hurryAll(),
    isIdle: () => outbox.underWay === 0,
    /** What is under way finishes first; its outcome is on disk when this resolves. */
    async close(): Promise<void> {
      await Promise.all([outbox.stop(), bulk.close(), looks.close()])
      origins.close()
      tellOfItems.stop()
      await practice.close()
      await own.close()
    },
  }
}
export type Desk = Awaited<ReturnType<typeof openDesk>>
