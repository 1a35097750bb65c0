import type { Attachment } from '#shared/domain/attachment.ts'
import type { SubmissionKind } from '#shared/domain/kinds.ts'
import type { Message } from '#shared/domain/message.ts'
import type { AccountSettings, Destination, Payload } from '#shared/vendors/index.ts'
import type { BulkVendor } from '../bulk/vocabulary/bulk-vendor.ts'
import type { PracticeVendor } from '../practice/vendor.ts'
import type { AccountRecords, StoredAccount } from '../storage/account-records.ts'
import type { DraftRecords, StoredDraft } from '../storage/draft-records.ts'
import type { SubmissionQueries } from '../storage/submission-queries.ts'
import type { Filing } from '../submissions/filing.ts'
import type { PreparationDeps } from '../submissions/preparation.ts'
import type { Call } from '../upstream/call.ts'
import type { ReadFirst } from '../upstream/read-first.ts'
import type { Asked } from '../upstream/asked.ts'
import type { Order, OutgoingFile, Outcome } from '../upstream/types.ts'
import type { Summaries } from '../views/summaries.ts'

/** The requests of one destination with one key, with what they share done once. */
export interface Caller<P> {
  /** Null where an item must not travel. */
  call(payload: P, file: OutgoingFile | null): Call | null
  /** How an item goes to a vendor that is read first; such an item has no call of its own. */
  readFirst?(payload: P): ReadFirst | null
}

/** What the handlers of a vendor's own calls stand on. */
export interface VendorDeps {
  drafts: DraftRecords
  accounts: AccountRecords
  queries: SubmissionQueries
  /** Moves a draft into the outbox, tells so, and answers with the item; a second click gets the same one. */
  file(...filed: Parameters<Filing['file']>): ReturnType<Summaries['of']>
  /** What a review says of colleagues who sent this, are sending it or have it waiting. */
  colleagues(
    draftId: string,
    account: StoredAccount,
    payload: Payload,
  ): Promise<{ message: Message; submissionId: string | null }[]>
  /** The account's URL, or the practice server's while it runs. */
  endpointOf(account: StoredAccount): string | null
  secretFor: PreparationDeps['secretFor']
  /** Milliseconds since 1970. */
  now(): number
  attachmentView(id: string | null): Promise<Attachment | null>
  /** Why a draft cannot be filed with the files that a person gave for it; null where it can, or has none. */
  fileObstacle(draft: StoredDraft): Promise<Message | null>
  /** Sends one order and says what it means; nothing of it is kept in the outbox. */
  tryOrder(order: Order): Promise<Outcome>
  /** Asks what stands there; nothing is changed. */
  ask(call: Call, secret: string): Promise<Asked>
}

/** What a vendor's helpdesk is told of an item's request. */
export interface RequestToldOf<S> {
  /** Where it went. */
  url: string
  /** Null where the account has moved on since. */
  settings: S | null
  attachment: Attachment | null
}

/** What an app had confirmed, and the number that it was given. */
export interface Confirmed<P> {
  payload: P
  vendorNumber: string | null
}

/** How a vendor behaves in the practice environment; everything in it is public. */
export interface VendorPractice<P, S, O> {
  /** The key of its practice accounts. */
  secret: string
  /** What differs in the first practice account from what any new account starts from. */
  settings: Partial<S>
  /** What the environment is told, which may ask what this app had confirmed there for a note, the newest last. */
  optionsFor(confirmed: (noteKeyAt: (origin: string) => string) => readonly Confirmed<P>[]): O
  /** What the environment alone can be asked to do otherwise: a word of its command line, what that does, and as options. */
  switches?: Readonly<Record<string, { does: string; options: O }>>
  /** Loaded only where it is used: its code is no part of a start. */
  create(options?: O): Promise<PracticeVendor>
}

/** Where an account's items are, as a team's shared store knows it. */
export interface TeamAccount {
  origin: string
  /** What tells it from another account at the same origin. */
  identity: string
}

/**
 * How a team's shared store knows what an item is about, so that nobody sends what a colleague sent. Said twice, since the store
 * decides by itself: `test/unit/team/keys.test.ts` holds the two equal. What was said once is never changed: items that left are
 * known by it.
 */
export interface VendorTeam<P, S> {
  identity(settings: S): string
  /** SQL over `a` (a team account: origin, identity) and `p` (a payload as jsonb) that makes the same jsonb array as `about`. */
  aboutSql: string
  about(payload: P, account: TeamAccount): (string | boolean)[]
}

/**
 * All that main knows of a vendor. Each folder beside this one makes one; `index.ts` lists them. Payloads, settings and
 * destinations are those of this vendor alone: whoever asks goes by the kind of the item or account at hand.
 */
export interface MainVendor<P extends Payload, S extends AccountSettings, D extends Destination, O = object> {
  caller(destination: D, secret: string): Caller<P>
  /** Why an item counts as done, given the status of the answer that said so. */
  accepted(kind: SubmissionKind, status: number | null): Message
  /** Why an item was refused, where its document gives this status a meaning. */
  refused(status: number): Message | null
  /** Why an outcome is open, where its document gives this status of the server's own trouble a meaning. */
  troubled(status: number): Message | null
  /** Whether it refuses a delete because there is nothing to delete: after a try of unknown outcome that may be its success. */
  saysGone(outcome: Pick<Outcome, 'fields'>): boolean
  /** What an account learns from an item that was accepted; null where that is nothing new. */
  learned(settings: S, payload: P): S | null
  /** An item's request for the vendor's helpdesk, without a secret and without the file. In English: it is for developers elsewhere. */
  helpdeskLines(payload: P, told: RequestToldOf<S>): string[]
  /** What of an answer its helpdesk needs, by name: numbers, states and what went wrong. */
  toldOfAnswer: readonly string[]
  /** What tables of rows need of it. */
  bulk: BulkVendor<S, unknown, P>
  /** The handlers of its own groups of the contract. */
  handlers(deps: VendorDeps): object
  practice: VendorPractice<P, S, O>
  team: VendorTeam<P, S>
}
