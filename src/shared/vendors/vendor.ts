import type * as z from 'zod'
import type { Environment } from '../domain/account-fields.ts'
import type { Description } from '../domain/description.ts'
import type { draftSchemas } from '../domain/draft.ts'
import type { Kind } from '../domain/kinds.ts'
import type { Contract } from '../ipc/procedure.ts'

/** What every account has, whatever else its vendor wants to know. */
export interface CommonSettings {
  environment: Environment
  name: string
  url: string | null
}

/** What rows of a table are made of; each field comes from a column, a fixed value or a template. */
export interface RowShape {
  /** In the order of a table. */
  fields: readonly string[]
  /** Those whose value is a number that is a name: not a sign of it may be another one. */
  identifiers: readonly string[]
}

/**
 * What both sides know of a vendor: what an account of it is made of, and what is typed, checked, kept and shown of an item for
 * it. Each folder beside this one makes one; `index.ts` lists them.
 */
export interface SharedVendor<Settings extends CommonSettings, Typed extends object, Complete, Payload extends { kind: Kind }> {
  /** What its items are. */
  kind: Payload['kind']
  /** What an account is made of, but for its secret. */
  settings: z.ZodType<Settings>
  /** What a new account starts from. */
  newSettings(): Settings
  /** Where an account most likely goes; empty where only the person knows. */
  usualUrl(environment: Environment): string
  /** Its own domains: a secret may go there without a person's extra word. */
  knownHosts: readonly string[]
  /** All that a secret may be made of, given how it travels. */
  secret: RegExp
  /** The names under which a secret travels where it stands in a body: what a log must not keep. */
  secretNames?: readonly string[]
  /** The settings that a request is made with, beside the address. */
  requestSettings: readonly string[]
  drafts: ReturnType<typeof draftSchemas<Payload['kind'], z.ZodRawShape>>
  /** What a draft for this account starts with: what it leaves open may be as in what was filed `last` for it. */
  emptyDraft(settings: Settings, last?: Typed | null): Typed
  /** The fields that the next of several similar items begins with; never what says of whom or what this one speaks. */
  keptForNext: readonly string[]
  /** The text of an item that clerks write again and again, and what a template of theirs has to do with the form around it. */
  templates: {
    /** The field that it is put in. */
    field: string
    /** Fields whose value stands where the template has their placeholder. */
    takes: readonly string[]
    /** Fields that must hold a template's own value for it to fit; of `takes`. */
    narrowedBy: readonly string[]
    /** The field that says in which language the text is, where there is one: dates are written in it. */
    language: string | null
  }
  /** How large a file may be that goes with an item of this account; absent where none can. */
  maxFileBytes?(settings: Settings): number
  /** What may leave, checked in the form, in bulk and again in main. */
  complete: z.ZodType<Complete>
  /** What an item holds. */
  payload: z.ZodType<Payload>
  payloadOf(complete: Complete): Payload
  /** The form of an item that was never typed, such as a row of a table. */
  typedOf(payload: Payload): Typed
  describe(payload: Payload, scope: string): Description
  /** What tables of its items are made of. */
  rows: RowShape
  /** Its own calls between screens and main. */
  contract: Contract
}
