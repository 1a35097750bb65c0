import type { contract } from '#shared/ipc/contract.ts'
import type { Handlers } from '#shared/ipc/procedure.ts'
import { kindOfPayload, type DraftSummary } from '#shared/vendors/index.ts'
import type { BulkDesk } from '../bulk-desk.ts'
import { accounts as accountsFeature } from '../features/accounts/index.ts'
import type { SecretFor } from '../features/accounts/secret-for.ts'
import type { AccountSecrets } from '../features/accounts/secrets.ts'
import { evidenceOf } from '../features/attachments/evidence.ts'
import type { FileTokens } from '../features/attachments/file-tokens.ts'
import { attachments as attachmentsFeature } from '../features/attachments/index.ts'
import type { FileStreams } from '../features/attachments/streams.ts'
import { turns } from '../features/attachments/turns.ts'
import { backupFeature } from '../features/backup/index.ts'
import { damaged } from '../features/damaged.ts'
import { drafts as draftsFeature } from '../features/drafts.ts'
import { history } from '../features/history/index.ts'
import { keysFeature } from '../features/keys/index.ts'
import { outboxFeature } from '../features/outbox.ts'
import { preferences as preferencesFeature } from '../features/preferences.ts'
import { templates as templatesFeature } from '../features/templates.ts'
import { proxies } from '../features/proxies/index.ts'
import type { SignIns } from '../features/proxies/sign-ins.ts'
import { isOrganisations, type JudgedAccount, type NotAllowed } from '../policy/apply-policy.ts'
import type { PracticeRuntime } from '../practice/runtime.ts'
import type { StoredAccount } from '../storage/account-records.ts'
import { damagedRecords } from '../storage/damaged-records.ts'
import type { OpenedCopies } from '../storage/opened-copies.ts'
import type { Clock } from '../submissions/clock.ts'
import { decideOutcome, mainVendorOf, vendorHandlers } from '../vendors/index.ts'
import { draftStarts } from '../views/draft-starts.ts'
import { draftViews } from '../views/draft-views.ts'
import { summaries as submissionSummaries } from '../views/summaries.ts'
import { vendorText } from '../views/vendor-text.ts'
import type { DeskPorts } from './ports.ts'
import type { Team } from '../team/team.ts'
import { deskTeamHandlers, type DeskTeamHandlers } from './team-handlers.ts'
import { savedHistory } from './saved-history.ts'
import type { SingleItems } from './single-items.ts'
import type { openStore } from './store.ts'
import { upkeep, type Upkeep } from './upkeep.ts'

/** What is answered without a ledger, is answered elsewhere. */
export type DeskHandlers = Omit<Handlers<typeof contract>, 'app' | 'updates' | 'unlock' | 'restore'>

export interface DeskHandlersDeps {
  ports: DeskPorts
  store: Awaited<ReturnType<typeof openStore>>
  clock: Clock
  singles: SingleItems
  team: Team
  bulk: BulkDesk
  practice: PracticeRuntime
  /** Where an account's items go now; null where they may not, or the practice environment is not running. */
  endpointOf(account: StoredAccount): string | null
  /** Why the person's organisation does not let an account be used; null where it does. */
  notAllowed(account: JudgedAccount): NotAllowed | null
  secrets: AccountSecrets
  secretFor: SecretFor
  signIns: SignIns
  tokens: FileTokens
  streams: FileStreams
  copies: OpenedCopies
  itemsChanged(ids: string[]): void
}

/** What screens may ask of main, each group given what it stands on. */
export function deskHandlers(deps: DeskHandlersDeps): { handlers: DeskHandlers; upkept: Upkeep; colleagues: DeskTeamHandlers } {
  const { ports, store, clock, singles, team, bulk, practice, endpointOf, notAllowed, secrets, secretFor, tokens, itemsChanged } =
    deps
  const { accounts, attachments, drafts, sources, records, queries, pages, ledger, vault, safe, attachmentView } = store
  const { emit, log, transmitter } = ports
  const { outbox, looks, origins, filing, person } = singles

  const onDrafts = (ids: string[], saved?: DraftSummary) => {
    emit('drafts.changed', { ids, ...(saved && { saved }) })
    colleagues.changed(ids)
  }
  /** Filing and taking back move content between drafts and items. */
  const moved = (ids: string[]) => {
    itemsChanged(ids)
    onDrafts([])
  }
  const views = draftViews({ drafts, attachmentView })
  const evidence = evidenceOf({ drafts, sources, attachments, accounts, vault, attachmentView })
  const startOf = draftStarts(store)
  const fileTurns = turns()
  const colleagues = deskTeamHandlers({ ports, store, team, evidence, startOf, clock })
  const isUnstored = (id: string) => outbox.isUnstored(id)
  const summaries = submissionSummaries({ queries, attachments, attachmentView, clock, isUnstored, looks, origins })

  const saved = savedHistory({ ports, store, clock, summaries, streams: deps.streams, tokens, teamOverview: colleagues.overview })
  const upkept = upkeep({
    ports,
    store,
    clock,
    copies: deps.copies,
    bulk,
    isSending: () => outbox.underWay > 0,
    onErased: () => moved([]),
    detail: summaries.detail,
  })

  const handlers: DeskHandlers = {
    preferences: preferencesFeature({
      file: ports.preferences,
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
      notAllowed,
      isOrganisations: (id) => isOrganisations(ports.policy ?? {}, id),
      maxFileMegabytes: ports.policy?.maxFileMegabytes ?? null,
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
    proxies: proxies(deps.signIns),
    ...colleagues.handlers,
    drafts: draftsFeature({ drafts, accounts, startOf, views, clock, isExpecting: fileTurns.isExpecting, onChange: onDrafts }),
    templates: templatesFeature({ records: store.templates, clock, onChange: () => emit('templates.changed', {}) }),
    attachments: attachmentsFeature({
      ledger,
      drafts,
      attachments,
      sources,
      records,
      evidence,
      keepSources: colleagues.keepSources,
      accounts,
      vault,
      tokens,
      streams: deps.streams,
      turns: fileTurns,
      chooseFiles: ports.chooseEvidence,
      async openOutside(name, bytes) {
        await ports.openPath(await deps.copies.write(name, bytes))
      },
      onChange: onDrafts,
      now: () => new Date(clock.now()),
    }),
    ...vendorHandlers({
      drafts,
      accounts,
      queries,
      file(...filed) {
        colleagues.assertHere(filed[0])
        const { id } = filing.file(...filed)
        moved([id])
        return summaries.of(id)
      },
      colleagues: team.review,
      endpointOf,
      secretFor,
      attachmentView,
      fileObstacle: evidence.obstacle,
      now: () => clock.now(),
      // The request's own limits end it; a timer beside them would throw away what came while the computer slept.
      ask: (call, secret) => transmitter.ask(call, secret, new AbortController().signal),
      async tryOrder(order) {
        const watch = { signal: new AbortController().signal, onProgress: () => undefined }
        return decideOutcome(await transmitter.transmit(order, watch), kindOfPayload(order.payload))
      },
    }),
    outbox: outboxFeature({ person, pages, summaries, draftViews: views, onChange: moved }),
    history: history({
      searcher: store.searcher,
      saved: store.saved,
      export: saved.export,
      dossier: saved.dossier,
      now: () => clock.now(),
      queries,
      summaries,
      person,
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
    overview: saved.overview,
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
    keys: keysFeature({
      safe,
      showCode: ports.safety.showCode,
      isForVendors: () => accounts.list().some(({ settings }) => settings.url !== null),
      sealsAtEnd: store.own.sealsAtEnd,
      startAgain: ports.safety.startAgain,
      wasDeclined: () => ports.preferences.wasTold('recovery-code'),
      decline: () => ports.preferences.setTold('recovery-code'),
      sealAll: () => store.sealAll().then(bulk.sealTables),
      renewed: () => void store.resealAll().catch((error: unknown) => log('Files could not be sealed under the new key', error)),
      onChange: () => emit('keys.changed', {}),
    }),
    backup: backupFeature({
      safe,
      folder: ports.folder,
      ledgerFile: store.ledgerFile,
      app: ports.version ?? '',
      now: () => clock.now(),
      chooseSave: ports.safety.chooseSave,
      lastAt: () => ports.preferences.lastBackup(),
      setLastAt(at) {
        ports.preferences.setLastBackup(at)
        emit('keys.changed', {})
      },
      onProgress: (progress) => emit('backup.progress', progress),
      log,
    }),
    bulk: bulk.handlers,
    privacy: upkept.handlers,
  }
  return { handlers, upkept, colleagues }
}
