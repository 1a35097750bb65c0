import * as z from 'zod'

/** Whose systems items go to, by the name each writes itself with. An account belongs to one of them. */
const vendorNames = { billink: 'Billink', digiwallet: 'DigiWallet', mollie: 'Mollie' } as const
export type Vendor = keyof typeof vendorNames

/** What the rest of the app has to know of a kind of item; what is in it, its vendor's folder knows. */
interface KindFacts {
  vendor: Vendor
  /** What can be done to it, each with the HTTP method it travels by. */
  actions: Readonly<Record<string, 'POST' | 'PATCH' | 'DELETE'>>
  /** What asks for a new one, with Ctrl or ⌘ held. */
  newKey: 'N' | 'Shift+N' | 'Shift+P'
  /** Where its drafts and items are worked on. */
  screen: string
  /** What a table of them is called. */
  bulk: string
  /** Whether a file can go with it. */
  attachment: boolean
  /** Whether a single item can be for the vendor's test administration. */
  testMode: boolean
  /** Whether the vendor can be asked what stands there: only then does an unknown outcome resolve itself. */
  readsBack: boolean
  /** Whether a request can carry a key by which the vendor knows it again. */
  idempotencyKey: boolean
  /** Whether the vendor gives what was made a number of its own. */
  numbered: boolean
  /** Whether two items can speak of the same thing: then they leave in the order they were made in, one at a time. */
  inOrder: boolean
}

/**
 * THE table of kinds: every enum, name and rule about them derives from it. A new kind is a line here and its vendor's folder;
 * the compiler names what is missing.
 */
export const kinds = {
  dispute: {
    vendor: 'billink',
    actions: { create: 'POST' },
    newKey: 'N',
    screen: 'disputes',
    bulk: 'disputes',
    attachment: true,
    testMode: false,
    readsBack: false,
    idempotencyKey: false,
    numbered: true,
    inOrder: false,
  },
  note: {
    vendor: 'digiwallet',
    actions: { create: 'POST', update: 'PATCH', delete: 'DELETE' },
    newKey: 'Shift+N',
    screen: 'notes',
    bulk: 'notes',
    attachment: false,
    testMode: true,
    readsBack: false,
    idempotencyKey: false,
    numbered: true,
    inOrder: true,
  },
  'payment-note': {
    vendor: 'mollie',
    actions: { create: 'PATCH', update: 'PATCH', delete: 'PATCH' },
    newKey: 'Shift+P',
    screen: 'payment-notes',
    bulk: 'payment-notes',
    attachment: false,
    testMode: true,
    readsBack: true,
    idempotencyKey: true,
    numbered: false,
    inOrder: true,
  },
} as const satisfies Record<string, KindFacts>

export type Kind = keyof typeof kinds
type Kinds = typeof kinds
/** A kind with what is done: what the ledger, the outbox and history know an item as. */
export type SubmissionKind = { [K in Kind]: `${K}.${keyof Kinds[K]['actions'] & string}` }[Kind]
/** What is done to a thing by an item. */
export type Action = { [K in Kind]: keyof Kinds[K]['actions'] & string }[Kind]
export type BulkKind = Kinds[Kind]['bulk']
export type KindScreen = Kinds[Kind]['screen']

const keysOf = <T extends object>(table: T) => Object.keys(table) as [keyof T, ...(keyof T)[]]

export const vendors = keysOf(vendorNames)
export const vendorSchema = z.enum(vendors)
/** As it stands in a sentence. */
export const vendorName = (vendor: Vendor): (typeof vendorNames)[Vendor] => vendorNames[vendor]

export const kindNames = keysOf(kinds)
export const kindSchema = z.enum(kindNames)
export const screens = kindNames.map((kind) => kinds[kind].screen) as [KindScreen, ...KindScreen[]]
export const bulkKinds = kindNames.map((kind) => kinds[kind].bulk) as [BulkKind, ...BulkKind[]]
export const bulkKindSchema = z.enum(bulkKinds)

const submissionKinds = kindNames.flatMap((kind) =>
  keysOf(kinds[kind].actions).map((action) => `${kind}.${action}` as SubmissionKind),
)
export const submissionKindSchema = z.enum(submissionKinds as [SubmissionKind, ...SubmissionKind[]])

/** The kind of `note.update` is `note`. */
export const kindOf = (kind: SubmissionKind): Kind => kind.slice(0, kind.indexOf('.')) as Kind
/** What is done in `note.update` is `update`. */
export const actionOf = (kind: SubmissionKind): Action => kind.slice(kind.indexOf('.') + 1) as Action
export const factsOf = (kind: SubmissionKind): Kinds[Kind] => kinds[kindOf(kind)]

/** What nobody but a person can look up: its vendor does not read back. */
export type BlindKind = {
  [K in Kind]: Kinds[K]['readsBack'] extends true ? never : `${K}.${keyof Kinds[K]['actions'] & string}`
}[Kind]
export const isBlind = (kind: SubmissionKind): kind is BlindKind => !factsOf(kind).readsBack

/** The method an item travels by, as the documents name it. */
export const httpMethodOf = (kind: SubmissionKind): string =>
  (kinds[kindOf(kind)].actions as KindFacts['actions'])[actionOf(kind)] ?? ''

/** The kind that a table's rows become. */
export const kindOfBulk = (bulk: BulkKind): Kind => kindNames.find((kind) => kinds[kind].bulk === bulk) ?? kindNames[0]
/** The kind of item that goes to a vendor; each has one. */
export const kindOfVendor = (vendor: Vendor): Kind => kindNames.find((kind) => kinds[kind].vendor === vendor) ?? kindNames[0]

/**
 * Whether an outcome that is unknown may be sent again without asking: what states the full result, where nobody can say whether
 * it arrived. Where the vendor can be asked, it is.
 */
export const repeatsItself = (kind: SubmissionKind): boolean => {
  const { inOrder, readsBack } = factsOf(kind)
  return inOrder && !readsBack && actionOf(kind) !== 'create'
}
