import path from 'node:path'
import { dayMs } from '#shared/domain/time-spans.ts'
import { runStates } from './bulk/runs/run-states.ts'
import { openBulkDesk, type BulkDesk } from './bulk-desk.ts'
import { accountAccess } from './desk/account-access.ts'
import { deskHandlers } from './desk/handlers.ts'
import { removeLeftEmpty } from './desk/left-empty.ts'
import type { DeskPorts } from './desk/ports.ts'
import { singleItems } from './desk/single-items.ts'
import { openStore } from './desk/store.ts'
import { deskTeam } from './desk/team.ts'
import { tellingOfItems } from './desk/telling.ts'
import { acceptedChoices } from './features/accounts/accepted-choices.ts'
import { makePracticeAccounts } from './features/accounts/practice-accounts.ts'
import { createFileTokens, type FileTokens } from './features/attachments/file-tokens.ts'
import { createFileStreams } from './features/attachments/streams.ts'
import { createSignIns } from './features/proxies/sign-ins.ts'
import { streamFolder } from './shell/page-policy.ts'
import { threadWriter } from './storage/lane-writer.ts'
import { openedCopies } from './storage/opened-copies.ts'
import { systemClock } from './submissions/clock.ts'
import { settling } from './submissions/doubt.ts'
import { look } from './submissions/look.ts'
import { preparation, preparationParts, type PreparationDeps } from './submissions/preparation.ts'
import { recover } from './submissions/recovery.ts'
import { defaultLimits, settleAfterMs } from './upstream/limits.ts'
import { callerOf, decideOutcome, mainVendor, mainVendorOf } from './vendors/index.ts'

/** Requests under way at once to one origin, for items filed one by one: polite to the vendors, and a large file does not hold up the rest. */
const connections = 4

/** Everything main does, without Electron: opens the ledger, recovers from the last end, and begins to send. */
export async function openDesk(ports: DeskPorts) {
  const { preferences, keychain, emit, log, clock = systemClock } = ports
  const store = await openStore(ports, clock)
  const { own, ledger, accounts, attachments, drafts, records, queries, queue, runs, vault } = store
  const states = runStates(runs)
  const tokens: FileTokens = createFileTokens()
  const streams = createFileStreams({ vault, tokens, folder: streamFolder })
  const copies = openedCopies(path.join(ports.folder, 'opened'))
  await copies.clear()
  const made = makePracticeAccounts(accounts, (vendor) => mainVendor(vendor).practice.settings)
  if (made) preferences.set({ activeAccounts: made })
  const examine = () => {
    records.examine()
    drafts.examine()
  }
  if (ledger.hasFaultyRows) examine()
  recover(ledger, records, clock.now())
  drafts.eraseRemovedBefore(clock.now() - preferences.get().retention.unsent * dayMs)
  removeLeftEmpty(store)

  const access = accountAccess({ policy: ports.policy ?? {}, queries, accounts, keychain })
  const { practice, refusalOf, endpointOf, secrets, secretFor } = access
  await access.setOrganisationAccounts(() => new Date(clock.now()))

  const itemsChanged = (ids: string[]) => emit('submissions.changed', { ids })
  const settled = settling({
    own,
    records,
    runs: states,
    isForVendors: () => accounts.list().some(({ settings }) => settings.url !== null),
    onFaultyRows() {
      examine()
      itemsChanged([])
    },
    onDoubt(doubt, halted) {
      log(`The ledger may not know all that left: ${doubt}`, null)
      for (const runId of halted) emit('bulk.changed', { runId: String(runId) })
      itemsChanged([])
      ports.ledger.inDoubt(doubt)
    },
  })
  const prepared: PreparationDeps = {
    askTeam: (item) => team.ask(item),
    settled,
    accounts,
    attachments,
    vault,
    endpointOf,
    secretFor,
    notAllowed: refusalOf,
  }
  const { tell, stop: stopTelling } = tellingOfItems({
    clock,
    itemsChanged,
    // A held item shows at its account.
    accountsChanged: () => emit('accounts.changed', {}),
    runsMoved: () => bulk.itemsChanged(),
  })
  const team = deskTeam({ ports, stored: store.stored, clock, tell, hold: (held) => origins.hold(held) })
  const learnChoices = acceptedChoices({ accounts, records, vendorOf: mainVendorOf })
  const singles = singleItems({
    ledger,
    stored: store.stored,
    transmitter: ports.transmitter,
    prepare: preparation(prepared),
    decideOutcome,
    look: look({
      account: preparationParts(prepared).account,
      readFirstOf: ({ destination, secret, payload }) => callerOf(destination, secret).readFirst?.(payload) ?? null,
      ask: ports.transmitter.ask,
      decideOutcome,
    }),
    settleAfterMs: ports.settleAfterMs ?? settleAfterMs(defaultLimits),
    clock,
    random: Math.random,
    connections,
    holdSeconds: () => preferences.get().holdSeconds,
    team: team.lease,
    onFiled: team.filed,
    onSentOn: team.sentOn,
    onChange(ids) {
      learnChoices(ids)
      tell(ids)
      team.changed()
    },
    onLook({ id, runId }) {
      tell([id])
      if (runId !== null) bulk.rowDecided(runId)
    },
    rowDecided: (runId) => bulk.rowDecided(runId),
    onTrouble: (error) => log('The ledger refused a write of the outbox', error),
    onLookTrouble: (error) => log('What became of an item could not be looked up', error),
  })
  const { outbox, person, origins, looks } = singles
  const bulk: BulkDesk = openBulkDesk({
    ports: ports.bulk,
    folder: ports.folder,
    ledger,
    traces: store.traces,
    accounts,
    attachments,
    vault,
    keys: store.keys,
    records,
    runs,
    states,
    preparation: preparationParts(prepared),
    transmitter: ports.transmitter,
    writerFor(target) {
      const inner = ports.writerFor?.(ledger, target) ?? threadWriter(store.ledgerFile, own.key, target, own.claimsOwner)
      return team.writerFor({ id: target.accountId, boundOrigin: runs.get(target.runId)?.boundOrigin ?? '' }, inner)
    },
    endpointOf,
    policy: ports.policy ?? {},
    takeToken: tokens.take,
    async release(accountId) {
      await person.release(accountId)
      emit('accounts.changed', {})
    },
    // A single item may have waited for a row of the same note.
    rowsMoved() {
      outbox.pump()
      team.changed()
    },
    emit,
    clock,
    random: Math.random,
    origins,
    looks,
    colleagues: team.rows,
    log,
  })
  const signIns = ports.signIns ?? createSignIns(keychain)
  signIns.onChange = ({ signedIn }) => {
    emit('proxies.changed', {})
    if (signedIn) singles.networkReturned()
  }

  const { handlers, upkept, colleagues } = deskHandlers({
    ports,
    store,
    clock,
    singles,
    team,
    bulk,
    practice,
    endpointOf,
    notAllowed: refusalOf,
    secrets,
    secretFor,
    signIns,
    tokens,
    streams,
    copies,
    itemsChanged,
  })
  return {
    handlers,
    tokens,
    streams,
    /** The page is a new one: what the old one held here is nobody's. */
    forgetPage(): void {
      tokens.clear()
      streams.clear()
    },
    /** Starts the practice environment where it is used, then sends what is due. */
    async start(): Promise<void> {
      await practice.ensure(accounts.list())
      const doubt = await settled()
      // What a new ledger does not know may be an earlier one's, and what a copy does not know the original's.
      const knowsAll = !doubt && !own.isNew
      if (knowsAll) void vault.sweep(attachments.allIds()).catch((error: unknown) => log('The vault could not be swept', error))
      team.start()
      if (store.isRenewing())
        void store.resealAll().catch((error: unknown) => log('Files could not be sealed under the new key', error))
      bulk.start(knowsAll)
      singles.start()
      upkept.start(doubt === null)
    },
    networkReturned: singles.networkReturned,
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
    sendWaiting: () => person.hurryAll(),
    isIdle: () => outbox.underWay === 0,
    /** Nothing leaves, waits to leave, or is on its way in from the page. */
    isQuiet: () => outbox.underWay + queue.leaving() + bulk.leaving() === 0 && tokens.isEmpty() && streams.isEmpty(),
    sealsAtEnd: own.sealsAtEnd,
    /** What is under way finishes first; its outcome is on disk when this resolves. */
    async close(): Promise<void> {
      await Promise.all([upkept.stop(), colleagues.stop()])
      await Promise.all([singles.close(), bulk.close()])
      await team.close()
      origins.close()
      stopTelling()
      await practice.close()
      await store.copiesSealed?.catch(() => undefined)
      await copies.clear()
      await Promise.all([store.searcher.close(), store.counter.close()])
      await own.close()
    },
  }
}
export type Desk = Awaited<ReturnType<typeof openDesk>>
