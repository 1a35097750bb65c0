import type { LucideIcon } from 'lucide-react'
import type { ComponentType, ReactNode } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Account } from '#shared/domain/account.ts'
import type { AccountSettings, Draft, Payload } from '#shared/vendors/index.ts'
import type { Environment } from '#shared/domain/account-fields.ts'
import type { Attachment } from '#shared/domain/attachment.ts'
import type { BulkField } from '#shared/domain/bulk.ts'
import type { Kind, Vendor } from '#shared/domain/kinds.ts'
import type { AttemptReading } from '#shared/domain/reading.ts'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import type { SummaryOf } from '../lib/drafts.ts'
import type { FormErrors } from '../lib/form-errors.ts'
import type { Say } from '../lib/i18n.tsx'
import type { MessageId } from '#shared/languages/index.ts'
import type { ItemActions } from '../ui/submission/use-item-actions.ts'

export type DraftOf<K extends Kind> = Extract<Draft, { kind: K }>
export type PayloadOf<K extends Kind> = Extract<Payload, { kind: K }>
type SettingsOf<V extends Vendor> = Extract<AccountSettings, { kind: V }>

/** What a palette or a list calls a draft, by what is typed so far; empty where nothing is. */
export interface DraftWords {
  readonly subject: string
  readonly detail: string
}

/** Something the palette finds beside drafts and filed items. */
export interface Found {
  /** The item that says most of it. */
  readonly submissionId: string
  readonly subject: string
  readonly detail: string
}

/** A further search of the palette's, where a vendor's things are known by more than drafts and items. */
export interface FurtherSearch {
  /** Heads its results. */
  readonly title: MessageId
  queryKey(search: string): readonly unknown[]
  find(search: string, limit: number): Promise<readonly Found[]>
}

type Own<S> = S extends AccountSettings ? Omit<S, 'kind' | 'environment' | 'url'> : never
type All<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void ? I : never

/** An account as its form holds it: the fields of every vendor, and an absent address as empty text. */
export type AccountValues = { environment: Environment; url: string } & All<Own<AccountSettings>>

/** Its lists of values with words beside them. */
export type ListField = {
  [F in keyof AccountValues]-?: AccountValues[F] extends readonly { id: string; label: string }[] ? F : never
}[keyof AccountValues]

/** What every part of the account form works on. */
export interface FieldsProps {
  readonly form: UseFormReturn<AccountValues>
  readonly errors: FormErrors
}

/** What an account's settings have of one vendor alone. */
export interface SettingsParts<V extends Vendor = Vendor> {
  /** Those an account can be made for, the likeliest first. */
  readonly environments: readonly SettingsOf<V>['environment'][]
  /** How an address begins, where its rest is the merchant's own. */
  readonly addressBegins?: Partial<Record<Environment, string>>
  readonly Fields: ComponentType<FieldsProps>
  /** The label of each of its fields, rows of its lists included, so that a summary can name and find it. */
  labels(say: Say, values: AccountValues): Record<string, string>
  /** Said under a key while it is typed; null where nothing is to be said. */
  secretNote?(say: Say, secret: string, settings: AccountSettings): string | null
  /** Whether address and key work, and how that is found out. */
  readonly Check: ComponentType<{ account: Account; isChanged: boolean }>
}

/** How a value for every row of a table is chosen: from these alone, or typed, with these to help. */
export type FixedChoices =
  | { readonly only: readonly { readonly value: string; readonly label: string; readonly hint?: string }[] }
  | { readonly some: readonly { readonly id: string; readonly label: string }[] }

/** What the table of rows has of one vendor alone. */
export interface BulkParts {
  /** A field's column: its width in rem, and its share of what is left. */
  readonly columns: Partial<Record<BulkField, readonly [width: number, grow: number]>>
  /** What recognises a row once it was sent: its outcome is what the clerk looks for. */
  readonly resultFields: readonly BulkField[]
  /** Numbers that are names, and codes: every sign of them matters. */
  readonly codeFields: readonly BulkField[]
  /** Fields of more than a line. */
  readonly longFields: readonly BulkField[]
  fixedChoices(field: BulkField, settings: AccountSettings | null): FixedChoices | null
}

/** What the screens need of a vendor; its folder has it all, and nothing outside knows which vendors there are. */
export interface RendererVendor<K extends Kind = Kind> {
  readonly icon: LucideIcon
  /** Its list and its editor. */
  readonly Screen: ComponentType
  draftWords(draft: SummaryOf<K>): DraftWords
  readonly furtherSearch?: FurtherSearch
  /** Laid around every screen: a customer's mail is taken wherever it is dropped. */
  readonly Around?: ComponentType<{ children: ReactNode }>
  /**
   * What an item sends, field by field. `attachment` is undefined where nobody here knows of one, and `accountId` where its account is
   * another's: a colleague's item.
   */
  readonly Payload: ComponentType<{ payload: PayloadOf<K>; attachment: Attachment | null | undefined; accountId?: string }>
  /** The same on paper: names and texts. */
  printed(payload: PayloadOf<K>, say: Say): readonly (readonly [label: string, text: string])[]
  /** What was found of an unknown outcome beside what was sent, where the vendor can be asked. */
  readonly Found?: ComponentType<{ payload: PayloadOf<K>; reading: AttemptReading }>
  /** What the vendor answered to an item that was sent, where that says more than a sentence. */
  readonly Answer?: { readonly title: MessageId; readonly View: ComponentType<{ answer: string }> }
  /** Beside Duplicate, wherever an item is shown: another way to a new draft from it. */
  readonly Again?: ComponentType<{ item: SubmissionDetail; actions: ItemActions }>
  readonly settings: SettingsParts
  readonly bulk: BulkParts
}

/** One for each kind: a kind without its screens does not compile. */
export type RendererVendors = { readonly [K in Kind]: RendererVendor<K> }
