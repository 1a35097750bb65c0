import { accountSettingsSchema, sharedVendorOf, typedOf, type Draft } from '#shared/vendors/index.ts'
import { fieldMessagesOf } from '#shared/domain/message.ts'
import { defaultPreferences, type Preferences } from '#shared/domain/preferences.ts'
import { type Evidence } from '#shared/domain/evidence.ts'
import { noEdits } from '#shared/domain/evidence-limits.ts'
import type { ProxyView } from '#shared/domain/proxy.ts'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import type { Told } from '#shared/domain/told.ts'
import { isMessageId, type MessageId } from '#shared/languages/index.ts'
import type { ReadPayment } from '#shared/vendors/mollie/contract.ts'
import type { contract, events } from '#shared/ipc/contract.ts'
import type { Failure, Handlers } from '#shared/ipc/procedure.ts'
import { bulkHandlers } from './fake-bulk.ts'
import { accounts, disputeDrafts, knownNotes, noteDrafts, submissions } from './sample-data.ts'
import { paymentNoteDrafts, payments } from './sample-payments.ts'
import { elsewhereOf, noTeam, standings, teamDraftsOf, teamOf } from './sample-team.ts'
import { fakeTemplates } from './fake-templates.ts'
import { fakeOverview } from './fake-overview.ts'
import { fakeSafety, gates, keptKeys } from './fake-safety.ts'

/** A failure as main would answer it. */
export class Refusal extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.kind)
    this.failure = failure
  }
}

const listeners = new Map<string, Set<(payload: unknown) => void>>()
export function onFakeEvent(name: string, callback: (payload: unknown) => void): () => void {
  const named = listeners.get(name) ?? new Set()
  listeners.set(name, named.add(callback))
  return () => void named.delete(callback)
}
const emit = (name: keyof typeof events, payload: unknown) => listeners.get(name)?.forEach((callback) => callback(payload))

const query = new URLSearchParams(location.search)

/** The sentence that the address of the page names. */
function sentenceIn(name: string): MessageId | null {
  const id = query.get(name) ?? ''
  return isMessageId(id) ? id : null
}
const choose = <T extends string>(name: string, options: readonly T[], otherwise: T): T =>
  options.find((option) => option === query.get(name)) ?? otherwise

let preferences: Preferences = {
  ...defaultPreferences,
  language: choose('lang', ['system', 'nl', 'en'], 'system'),
  theme: choose('theme', ['system', 'light', 'dark'], 'system'),
  textSize: ([80, 90, 100, 110, 125, 150, 175, 200] as const).find((size) => String(size) === query.get('text')) ?? 100,
  welcomeSeen: !query.has('welcome'),
  listWidths: {},
  activeAccounts: query.has('live')
    ? { billink: 'b-live', digiwallet: 'd-live', mollie: 'm-live' }
    : defaultPreferences.activeAccounts,
}
const goneItem = (): never => {
  throw new Refusal({ kind: 'invalid', message: { id: 'failure.gone' } })
}
const standing = choose('team', ['none', 'held', 'from', 'taken', 'gone', 'counted'], 'none')
const hasTeam = standing !== 'none'
const drafts = new Map<string, Draft>([...disputeDrafts, ...noteDrafts, ...paymentNoteDrafts].map((draft) => [draft.id, draft]))
const removed = new Map<string, Draft>()
const now = () => new Date().toISOString()
const newId = () => crypto.randomUUID()
const gone = (): never => {
  throw new Refusal({ kind: 'invalid', message: { id: 'failure.gone' } })
}
const draftOf = (id: string): Draft => drafts.get(id) ?? gone()
const itemOf = (id: string): SubmissionDetail => submissions.find((item) => item.id === id) ?? gone()
const accountOf = (id: string) => accounts.find((account) => account.id === id) ?? gone()

function put<D extends Draft>(draft: D): D {
  drafts.set(draft.id, draft)
  emit('drafts.changed', { ids: [draft.id] })
  return draft
}

function check(draft: Draft): void {
  const parsed = sharedVendorOf(draft.kind).complete.safeParse(draft.fields)
  if (!parsed.success)
    throw new Refusal({ kind: 'invalid', message: { id: 'failure.invalid' }, fields: fieldMessagesOf(parsed.error) })
}

function destination(draft: Draft) {
  const { settings, id, endpoint } = accountOf(draft.accountId)
  return {
    accountId: id,
    accountName: settings.name,
    environment: settings.environment,
    host: new URL(endpoint ?? 'http://127.0.0.1').host,
  }
}

function words(draft: Draft): Pick<SubmissionDetail, 'subject' | 'excerpt'> {
  switch (draft.kind) {
    case 'dispute':
      return { subject: draft.fields.invoice, excerpt: draft.fields.message }
    case 'note':
      return { subject: draft.fields.saleID, excerpt: draft.fields.text }
    case 'payment-note':
      return { subject: draft.fields.paymentID, excerpt: draft.fields.text }
  }
}

function paymentOf(paymentID: string): ReadPayment {
  const payment = payments.find(({ id }) => id === paymentID)
  if (payment) return { ...payment, readAt: now() }
  throw new Refusal({
    kind: 'invalid',
    message: { id: 'failure.invalid' },
    fields: { paymentID: [{ id: 'outcome.mollie.unknownPayment' }] },
  })
}

function file(draftId: string): SubmissionDetail {
  const draft = draftOf(draftId)
  check(draft)
  const templates = { dispute: 's-hold', note: 's-wait', 'payment-note': 's-paid' } as const
  const template = itemOf(templates[draft.kind])
  const item: SubmissionDetail = {
    ...template,
    id: newId(),
    state: 'queued',
    stateAt: now(),
    createdAt: now(),
    inHold: true,
    notBefore: new Date(Date.now() + preferences.holdSeconds * 1000).toISOString(),
    ...words(draft),
    reason: null,
    attempts: [],
    attemptCount: 0,
    actions: ['cancel', 'send-now'],
  }
  submissions.unshift(item)
  drafts.delete(draftId)
  emit('drafts.changed', { ids: [draftId] })
  emit('submissions.changed', { ids: [item.id] })
  setTimeout(
    () => change(item.id, { state: 'sent', inHold: false, notBefore: null, vendorNumber: '9001', actions: ['duplicate'] }),
    preferences.holdSeconds * 1000,
  )
  return item
}

function change(id: string, part: Partial<SubmissionDetail>): SubmissionDetail {
  const item = itemOf(id)
  if (item.state === 'withdrawn') return item
  Object.assign(item, part, { stateAt: now() })
  emit('submissions.changed', { ids: [id] })
  return item
}

function draftFrom(item: SubmissionDetail): Draft {
  const common = { id: newId(), accountId: item.accountId, revision: 0, createdAt: now(), updatedAt: now() }
  const refusal = item.state === 'rejected' ? { head: item.head, fields: item.fields } : null
  const { payload } = item
  return put({ ...common, ...typedOf(payload), attachment: item.attachment, refusal })
}

function paged<T>(all: readonly T[], cursor: string | null, limit: number) {
  const from = Number(cursor ?? 0)
  return { items: all.slice(from, from + limit), next: from + limit < all.length ? String(from + limit) : null }
}

const open = ['queued', 'sending', 'held', 'unknown', 'rejected'] as const
const isOpen = ({ state }: SubmissionDetail) => open.some((name) => name === state)
const count = (state: SubmissionDetail['state']) => submissions.filter((item) => item.state === state).length
const has = (search: string, ...texts: (string | null)[]) =>
  texts.some((text) => text?.toLowerCase().includes(search.toLowerCase()))

const proxyState = choose('proxy', ['none', 'asks', 'refused', 'other-scheme', 'signed-in'], 'none')
const proxies: ProxyView[] =
  proxyState === 'none'
    ? []
    : [{ proxy: 'http://proxy.kantoor.example:8080', state: proxyState, kept: proxyState === 'signed-in' ? 'keychain' : null }]

/** A desk that is still being opened answers nothing, and one that cannot be opened a failure. */
const start = choose('start', ['open', 'never', 'failed'], 'open')
const failed: Failure = { kind: 'internal', message: { id: 'failure.internal' } }
const starting = { open: null, never: () => new Promise<never>(() => {}), failed: () => Promise.reject(new Refusal(failed)) }[
  start
]
const preferencesFile = '/home/balie/.config/Balie/preferences.broken-2026-11-27T08-30-00-000Z.json'
const toldStates: Record<'none' | 'crash' | 'reset' | 'unwritable', Told[]> = {
  none: [],
  crash: [{ id: 'page-reloaded', file: null }],
  reset: [{ id: 'preferences-reset', file: preferencesFile }],
  unwritable: [{ id: 'preferences-unwritable', file: '/home/balie/.config/Balie/preferences.json' }],
}

/** Main's part, in memory: enough of it to look at every screen and to click through the main job. */
export const handlers: Handlers<typeof contract> = {
  bulk: bulkHandlers,
  templates: fakeTemplates(() => emit('templates.changed', {})),
  ...fakeSafety(
    gates[choose('gate', ['open', 'code', 'passphrase', 'none'], 'open')],
    keptKeys[choose('keys', ['keychain', 'nowhere', 'later'], 'keychain')],
  ),
  app: {
    policy: () => ({
      source: null,
      set: [],
      canExport: choose('exports', ['allowed', 'off'], 'allowed') === 'allowed',
      troubles: [],
    }),
    info: () =>
      starting?.() ?? {
        version: '0.1.0',
        platform: 'linux',
        locale: 'nl',
        keychain: choose('keychain', ['available', 'no-keychain', 'broken', 'locked', 'denied'], 'available'),
        keychainDetail: null,
        dataFolder: '/home/balie/.config/Balie',
        standIn: true,
      },
    listening: () => ({}),
    flushed: () => ({}),
    openDataFolder: () => ({}),
    diagnostics: () => ({ text: '' }),
    told: () => toldStates[choose('told', ['none', 'crash', 'reset', 'unwritable'], 'none')],
  },
  preferences: {
    get: () => preferences,
    set(part) {
      preferences = { ...preferences, ...Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) }
      emit('preferences.changed', preferences)
      return preferences
    },
  },
  updates: {
    state: () => ({ state: 'newest' as const }),
    check: () => ({ state: 'newest' as const }),
    install: () => ({}),
  },
  teamHistory: {
    list: () => ({ items: [], next: null }),
    colleagues: () => [],
    get: goneItem,
    decide: goneItem,
    erase: goneItem,
  },
  teamDrafts: {
    list: ({ kind }) => (kind === 'dispute' ? accounts.flatMap(({ id }) => teamDraftsOf(id)) : []),
    get: ({ id }) => teamDraftsOf('').find((draft) => draft.id === id) ?? gone(),
    take: goneItem,
    erase: goneItem,
    elsewhere: () => (standing === 'taken' || standing === 'gone' ? elsewhereOf(standing, [...drafts.keys()]) : []),
    standing: () => (standing === 'none' || standing === 'counted' ? null : standings[standing]),
    note: goneItem,
    keepOwn: goneItem,
  },
  team: {
    get: () => (hasTeam ? teamOf(accounts.map(({ id }) => id)) : noTeam),
    openInvitation: () => null,
    connect: () => noTeam,
    leave: () => noTeam,
    share: () => noTeam,
    goOnWithout: () => noTeam,
  },
  proxies: {
    list: () => proxies,
    signIn({ proxy, password }) {
      const view = proxies.find((one) => one.proxy === proxy)
      if (!view) throw new Refusal({ kind: 'invalid', message: { id: 'failure.gone' } })
      // One that is refused, to look at what follows.
      Object.assign(view, password === 'fout' ? { state: 'refused', kept: null } : { state: 'signed-in', kept: 'keychain' })
      emit('proxies.changed', {})
      return view
    },
    signOut({ proxy }) {
      proxies.splice(
        proxies.findIndex((one) => one.proxy === proxy),
        1,
      )
      emit('proxies.changed', {})
      return {}
    },
  },
  accounts: {
    list: () => accounts,
    save({ accountId, settings }) {
      const parsed = accountSettingsSchema.safeParse(settings)
      if (!parsed.success)
        throw new Refusal({ kind: 'invalid', message: { id: 'failure.invalid' }, fields: fieldMessagesOf(parsed.error) })
      const old = accounts.find(({ id }) => id === accountId)
      if (old) Object.assign(old, { settings })
      else
        accounts.push({
          id: newId(),
          settings,
          secret: { state: 'missing', lastFour: null },
          endpoint: settings.url,
          heldItems: 0,
          isOrganisations: false,
        })
      emit('accounts.changed', {})
      return old ?? accounts.at(-1)!
    },
    remove({ accountId }) {
      accounts.splice(
        accounts.findIndex(({ id }) => id === accountId),
        1,
      )
      emit('accounts.changed', {})
      return {}
    },
    setSecret({ accountId, secret }) {
      const account = accountOf(accountId)
      account.secret = { state: 'stored', lastFour: secret.slice(-4).padStart(4, '•') }
      emit('accounts.changed', {})
      return account
    },
    removeSecret({ accountId }) {
      const account = accountOf(accountId)
      account.secret = { state: 'missing', lastFour: null }
      emit('accounts.changed', {})
      return account
    },
  },
  drafts: {
    list({ kind, accountId = null, search = '' }) {
      const all = [...drafts.values()].filter((draft) => draft.kind === kind)
      const own = all.filter((draft) => accountId === null || draft.accountId === accountId)
      const items = own
        .filter((draft) => Object.values(draft.fields).some((text) => has(search, String(text))))
        .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
      return { items, next: null, total: own.length, elsewhere: all.length - own.length }
    },
    get: ({ id }) => draftOf(id),
    create({ kind, accountId, fields }) {
      const common = { id: newId(), accountId, revision: 0, createdAt: now(), updatedAt: now(), refusal: null, attachment: null }
      const given = Object.fromEntries(Object.entries(fields ?? {}).filter(([, value]) => value !== undefined))
      const empty = sharedVendorOf(kind).emptyDraft(accountOf(accountId).settings)
      return put({ ...common, kind, fields: { ...empty, ...given } } as Draft)
    },
    save({ kind, id, revision, fields }) {
      const draft = draftOf(id)
      if (draft.kind !== kind) return gone()
      return revision > draft.revision ? put({ ...draft, revision, fields, updatedAt: now() } as Draft) : draft
    },
    leave: () => ({ discarded: false }),
    duplicate: ({ id }) => put({ ...draftOf(id), id: newId(), createdAt: now(), updatedAt: now() }),
    remove({ id }) {
      removed.set(id, draftOf(id))
      drafts.delete(id)
      emit('drafts.changed', { ids: [id] })
      return {}
    },
    restore: ({ id }) => put(removed.get(id) ?? gone()),
  },
  attachments: {
    of: ({ draftId }) => evidenceOf(draftId),
    pick({ draftId }) {
      attach(draftId, 'foto-schade.png', 2_411_300)
      return { refused: [] }
    },
    attach({ draftId, token }) {
      attach(draftId, token, 845_120)
      return evidenceOf(draftId)
    },
    remove({ draftId }) {
      const draft = draftOf(draftId)
      if (draft.kind === 'dispute') put({ ...draft, attachment: null })
      return evidenceOf(draftId)
    },
    order: ({ draftId }) => evidenceOf(draftId),
    edit: ({ draftId }) => evidenceOf(draftId),
    making: () => null,
    made: ({ draftId }) => evidenceOf(draftId),
    receive: () => gone(),
    open: () => ({ path: '/gone', name: 'foto-schade.png', kind: 'png' }),
    openOutside: () => ({}),
  },
  disputes: {
    invoices: () => ({ invoices: ['2024-0801', '2024-0815'] }),
    customers: ({ text }) => ({
      customers: [
        { name: 'Jan de Vries', email: 'jan.devries@example.nl', invoice: '2024-0815', at: '2026-11-20T09:12:00.000Z' },
        { name: 'Jansje Vermeulen', email: 'jansje@example.nl', invoice: '2024-0801', at: '2026-11-03T14:40:00.000Z' },
      ].filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(text.toLowerCase())),
    }),
    earlier: ({ invoice }) => ({ submissionId: invoice === '2024-0801' ? 's-closed' : null }),
    review({ draftId }) {
      const draft = draftOf(draftId)
      check(draft)
      return {
        destination: destination(draft),
        warnings: [
          {
            message: { id: 'review.invoiceDisputedBefore', values: { invoice: '2024-0801' } } as const,
            submissionId: 's-closed',
          },
        ],
        attachment: draft.kind === 'dispute' ? draft.attachment : null,
      }
    },
    submit: ({ draftId }) => file(draftId),
  },
  notes: {
    review({ draftId }) {
      const draft = draftOf(draftId)
      check(draft)
      return {
        destination: destination(draft),
        warnings: [],
        test: true,
        testForcedByOutlet: false,
        lastText: 'Klant belt terug',
        known: true,
        waitsForEarlier: false,
      }
    },
    submit: ({ draftId }) => file(draftId),
    checkAccount: () => ({
      steps: [
        { name: 'create', ok: true, message: { id: 'outcome.digiwallet.200', values: { vendor: 'DigiWallet' } } },
        { name: 'delete', ok: false, message: { text: 'Sale not found.' } },
      ],
    }),
    examples: () => [
      { outletID: '12345', saleID: '12345678', paymentMethodCode: 'IDE', label: 'Wandelschoenen, iDEAL, € 129,95' },
    ],
    known: ({ search, cursor, limit }) =>
      paged(
        knownNotes.filter((note) => has(search, note.target.saleID, note.text)),
        cursor,
        limit,
      ),
  },
  paymentNotes: {
    read: ({ paymentID }) => paymentOf(paymentID),
    review({ draftId }) {
      const draft = draftOf(draftId)
      check(draft)
      if (draft.kind !== 'payment-note') return gone()
      return { destination: destination(draft), warnings: [], payment: paymentOf(draft.fields.paymentID), waitsForEarlier: false }
    },
    submit: ({ draftId }) => file(draftId),
    examples: ({ accountId }) =>
      accountOf(accountId).settings.environment === 'practice'
        ? payments.map(({ id, description }) => ({ paymentID: id, label: description }))
        : [],
  },
  outbox: {
    list({ cursor, limit }) {
      const unfinished = submissions.filter(isOpen)
      return { ...paged(unfinished, cursor, limit), total: unfinished.length }
    },
    counts: () => ({
      waiting: count('queued'),
      sending: count('sending'),
      held: count('held'),
      unknown: count('unknown'),
      rejected: count('rejected'),
      oldestWaitingAt: submissions.find(isOpen)?.createdAt ?? null,
      asking: query.has('asking') ? 2 : 0,
      askingTogether: query.has('asking') ? 2 : 0,
      askingReason: query.has('asking') ? { id: sentenceIn('asking') ?? 'outbox.asksAfterDay' } : null,
    }),
    cancel({ id }) {
      const draft = draftFrom(itemOf(id))
      change(id, { state: 'withdrawn', actions: [] })
      return draft
    },
    sendNow: ({ id }) => change(id, { state: 'sent', inHold: false, notBefore: null, actions: ['duplicate'] }),
    edit: ({ id }) => draftFrom(itemOf(id)),
    release: () => ({ released: 3 }),
    decide: ({ id, decision, vendorNumber }) =>
      decision === 'keep'
        ? itemOf(id)
        : change(id, {
            state: decision === 'close' ? 'closed' : 'sent',
            confirmedByPerson: decision === 'arrived',
            vendorNumber: vendorNumber ?? null,
            actions: ['duplicate'],
          }),
    decideAll: ({ ids }) => ({ decided: ids.length, left: [] }),
    answerAsking: () => ({}),
    dismiss({ id }) {
      change(id, { state: 'closed' })
      return {}
    },
  },
  overview: { get: fakeOverview, export: () => ({ saved: true }) },
  history: {
    file: () => Promise.reject(new Refusal(failed)),
    saveFile: () => Promise.reject(new Refusal(failed)),
    list({ search, kinds, states, cursor, limit }) {
      const found = submissions.filter(
        (item) =>
          has(search, item.subject, item.context, item.excerpt, item.vendorNumber) &&
          (kinds.length === 0 || kinds.includes(item.kind)) &&
          (states.length === 0 || states.includes(item.state)),
      )
      return { ...paged(found, cursor, limit), total: found.length, totalCapped: false, sortedWithin: null, notIndexed: 0 }
    },
    get: ({ id }) => itemOf(id),
    erased: ({ id }) => itemOf(id),
    duplicate: ({ id }) => draftFrom(itemOf(id)),
    vendorText: ({ id }) => ({ text: `Balie item ${id}` }),
    export: () => ({ saved: true, count: 3 }),
    saved: () => [],
    save: () => [],
    forget: () => [],
  },
  privacy: {
    state: () => ({ sweptAt: null, traceKey: null, erasing: null, failed: false }),
    sweep: () => ({}),
    find: () => ({ searchId: 'search', places: [] }),
    erase: () => ({}),
    handOver: () => ({ folder: null }),
  },
  damaged: {
    list: () => [],
    item: () => {
      throw new Refusal({ kind: 'invalid', message: { id: 'failure.gone' } })
    },
    diagnostics: () => ({ text: '' }),
    typedText: () => ({ text: '' }),
    putAway: () => ({}),
  },
}

function attach(draftId: string, name: string, bytes: number) {
  const format = (['png', 'pdf', 'jpg', 'jpeg', 'doc', 'docx', 'heic'] as const).find((known) =>
    name.toLowerCase().endsWith(`.${known}`),
  )
  if (!format)
    throw new Refusal({ kind: 'invalid', message: { id: 'attachment.format' }, fields: { file: [{ id: 'attachment.format' }] } })
  const attachment = { id: newId(), name, format, bytes, sha256: 'ab'.repeat(32), state: 'stored' as const, doubt: null }
  const draft = draftOf(draftId)
  if (draft.kind === 'dispute') put({ ...draft, attachment })
  return attachment
}

/** The one file of a sample draft, which goes as it is. */
function evidenceOf(draftId: string): Evidence {
  const { attachment } = draftOf(draftId)
  const common = { made: null, stopped: null, maxBytes: 10 * 1024 * 1024, version: attachment?.id ?? '' }
  if (!attachment) return { ...common, sources: [], file: null, state: 'none' }
  const { id, name, bytes, doubt } = attachment
  const state = attachment.state === 'stored' ? 'stored' : 'lost'
  return {
    ...common,
    sources: [{ id, name, kind: 'png', bytes, state, doubt, edits: noEdits }],
    file: attachment,
    state: 'as-it-is',
  }
}

/** For the console: what main tells unasked. */
Object.assign(window, { fakeEvent: emit })
