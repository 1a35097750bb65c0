import * as z from 'zod'
import { urlProblem } from '../domain/account-fields.ts'
import type { Description } from '../domain/description.ts'
import { kinds, vendors, type Kind, type SubmissionKind, type Vendor } from '../domain/kinds.ts'
import { billink } from './billink/index.ts'
import { digiwallet } from './digiwallet/index.ts'
import { mollie } from './mollie/index.ts'
import type { SharedVendor } from './vendor.ts'

/** THE list on this side: whatever is of several vendors is made from it. */
export const sharedVendors = { billink, digiwallet, mollie } as const satisfies Record<Vendor, unknown>

type Listed = (typeof sharedVendors)[Vendor]

/** A part of each, in the order of the table of kinds. */
const each = <T>(partOf: (vendor: Listed) => T) => vendors.map((name) => partOf(sharedVendors[name])) as [T, ...T[]]

/** An account as it was stored. */
export const storedSettingsSchema = z.discriminatedUnion(
  'kind',
  each(({ settings }) => settings),
)
/** An account that may be stored. */
export const accountSettingsSchema = storedSettingsSchema.superRefine((settings, ctx) => {
  const problem = urlProblem(settings.environment, settings.url)
  if (problem) ctx.addIssue({ code: 'custom', path: ['url'], message: problem })
})
export type AccountSettings = z.infer<typeof accountSettingsSchema>

/** What is sent, complete and checked. The key is added when it leaves and is never stored here. */
export const payloadSchema = z.discriminatedUnion(
  'kind',
  each(({ payload }) => payload),
)
export type Payload = z.infer<typeof payloadSchema>
export type PayloadOf<K extends Kind> = Extract<Payload, { kind: K }>

export const draftSchema = z.discriminatedUnion(
  'kind',
  each(({ drafts }) => drafts.draft),
)
export type Draft = z.infer<typeof draftSchema>
/** What lists know of a draft. */
export const draftSummarySchema = z.discriminatedUnion(
  'kind',
  each(({ drafts }) => drafts.summary),
)
export type DraftSummary = z.infer<typeof draftSummarySchema>
/** What a draft is made from. */
export const draftStartSchema = z.discriminatedUnion(
  'kind',
  each(({ drafts }) => drafts.start),
)
/** What is typed since. */
export const draftSaveSchema = z.discriminatedUnion(
  'kind',
  each(({ drafts }) => drafts.save),
)
export const typedSchema = z.discriminatedUnion(
  'kind',
  each(({ drafts }) => drafts.typed),
)
export type Typed = z.infer<typeof typedSchema>
export type TypedFields = Typed['fields']

type RowField = Listed['rows']['fields'][number]
/** The fields that rows of tables are made of; vendors may have some in common. */
export const rowFieldSchema = z.enum([...new Set(each(({ rows }) => rows.fields).flat())] as [RowField, ...RowField[]])
/** What rows of a kind are made of. */
export const rowShapeOf = (kind: Kind): { fields: readonly RowField[]; identifiers: readonly RowField[] } =>
  sharedVendors[kinds[kind].vendor].rows

type InAll<U> = (U extends unknown ? (given: U) => void : never) extends (given: infer I) => void ? I : never
/** The groups of the contract that are the vendors' own. */
export const vendorContract = Object.assign({}, ...each(({ contract }) => contract)) as InAll<Listed['contract']>

type Requested<S extends { kind: Vendor }, Names extends readonly string[]> = Pick<S, 'kind' | Extract<Names[number], keyof S>>
/** Where an order goes and how: of its account's settings, as they stand at the moment of sending, what a request is made with. */
export type Destination = {
  [V in Vendor]: Requested<z.infer<(typeof sharedVendors)[V]['settings']>, (typeof sharedVendors)[V]['requestSettings']> & {
    url: string
  }
}[Vendor]
export type DestinationOf<V extends Vendor> = Extract<Destination, { kind: V }>

/** The destination of an account's orders, at the address that its items go to now. */
export const destinationOf = (settings: AccountSettings, url: string): Destination => {
  const names = new Set<string>(['kind', ...sharedVendors[settings.kind].requestSettings])
  return { ...Object.fromEntries(Object.entries(settings).filter(([name]) => names.has(name))), url } as Destination
}

/** A vendor whose items and accounts are whatever its kind makes them: to be given those of this vendor alone. */
export type AnySharedVendor = SharedVendor<AccountSettings, TypedFields, unknown, Payload>
/** What is known of the vendor of a kind. */
export const sharedVendorOf = (kind: Kind): AnySharedVendor => sharedVendors[kinds[kind].vendor]

export type TemplateField = Listed['templates']['takes'][number]
/** What a template takes from the form around it, by the names of its fields. */
export const templateFieldsOf = (kind: Kind): readonly TemplateField[] => sharedVendors[kinds[kind].vendor].templates.takes

/** What a payload is known as once it is an item. */
export const kindOfPayload = (payload: Payload): SubmissionKind =>
  `${payload.kind}.${'action' in payload ? payload.action : 'create'}` as SubmissionKind

/** An item's kind and all that lists, search and the order of items know it by. */
export const describe = (payload: Payload, scope: string): Description & { kind: SubmissionKind } => ({
  kind: kindOfPayload(payload),
  ...sharedVendorOf(payload.kind).describe(payload, scope),
})

/** What stands in the form of an item that was never typed. */
export const typedOf = (payload: Payload): Typed =>
  ({ kind: payload.kind, fields: sharedVendorOf(payload.kind).typedOf(payload) }) as Typed
