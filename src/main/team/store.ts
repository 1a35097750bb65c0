import type { Payload } from '#shared/vendors/index.ts'
import type {
  Colleague,
  Hello,
  Newest,
  Pulse,
  ShownDraft,
  TakenDraft,
  TeamDraft,
  TeamItem,
  TeamLine,
  TeamOverview,
  TeamState,
  Verdict,
} from './answers.ts'

/** What a desk remembers of the team when it says hello, by which a database that was put back is told. */
export interface Told {
  /** The start of this ledger, and the one that the database heard last, where the ledger has been through it. */
  mark: string
  after?: string
  label: string
  balie: string
  /** How far the ledger was heard, and how far it has come. */
  acked: number
  top: number
  epoch: number
  news: string | null
}

/** Whose call it is, and which life of the database it is meant for. */
export interface Caller {
  desk: string
  epoch: number
  news: string
}

/** An item that wants to leave. */
export interface Reservation {
  id: string
  account: number
  kind: string
  payload: Payload
  try: number
  /** The desk's count of changes at this moment: what was asked before a change is refused after it. */
  serial: number
  /** The turn of a colleague's item that a person was shown, and went on. */
  seen: number
  test: boolean
  subject: string
  context: string
  made: string
}

/** An item as it stands in the ledger. */
export interface Publication extends Omit<Reservation, 'seen'> {
  state: TeamState
  excerpt: string
  number: string | null
  detail: unknown
}

export interface HistoryQuery {
  search: string
  accounts: readonly number[] | null
  kinds: readonly string[] | null
  states: readonly TeamState[] | null
  clerk: string | null
  /** When they were made: from this moment on, and before that one. */
  from: string | null
  until: string | null
  test: boolean | null
  before: string | null
  limit: number
}

/** Two periods, each of moments in order, and how far into the earlier one is now. */
export interface OverviewQuery {
  accounts: readonly number[]
  current: readonly string[]
  earlier: readonly string[]
  earlierUntil: string
}

/** A draft as its holder mirrors it. */
export interface DraftMirror {
  id: string
  account: number
  kind: string
  fence: number
  revision: number
  subject: string
  fields: unknown
  note: string | null
  gone: boolean
}

export interface DraftFile {
  id: string
  role: 'attachment' | 'source'
  place: number
  name: string
  bytes: number
  sha256: string
}

/** An item without its text. */
export interface Forgotten {
  id: string
  state: TeamState
  serial: number
}

/** What a team's database can be asked. Each call is one transaction and may be repeated; none is ever half done. */
export interface TeamStore {
  hello(api: number, desk: string, told: Told): Promise<Hello | { mark: string }>
  pulse(by: Caller): Promise<Pulse>
  reserve(by: Caller, items: readonly Reservation[]): Promise<Verdict[]>
  /** `after`: how far it was heard, as this desk remembers. */
  publish(by: Caller, items: readonly Publication[], upto: number, after?: number): Promise<{ acked: number; isTold: boolean }>
  newest(desk: string, items: readonly { n: number; account: number; kind: string; payload: Payload }[]): Promise<Newest[]>
  history(query: HistoryQuery): Promise<{ seq: string; item: TeamLine }[]>
  colleagues(): Promise<Colleague[]>
  /** Of these accounts, as far as the caller manages them. */
  overview(query: OverviewQuery): Promise<TeamOverview>
  item(id: string): Promise<TeamItem | null>
  decide(by: Caller, item: { id: string; try: number }, word: 'arrived' | 'close', number: string | null): Promise<boolean>
  drafts(): Promise<TeamDraft[]>
  draft(id: string): Promise<ShownDraft | null>
  putDraft(by: Caller, draft: DraftMirror): Promise<boolean>
  takeDraft(by: Caller, draft: { id: string; fence: number }): Promise<TakenDraft | null>
  putPiece(
    by: Caller,
    draft: { id: string; fence: number },
    file: DraftFile,
    n: number,
    bytes: Uint8Array | null,
    isLast: boolean,
  ): Promise<number>
  getPiece(file: string, n: number): Promise<Uint8Array | null>
  dropFile(by: Caller, draft: { id: string; fence: number }, file: string): Promise<boolean>
  goOnWithout(desk: string): Promise<boolean>
  /** Takes the text of a finished item away, for managers; false where it may not. */
  erase(id: string): Promise<boolean>
  /** The same of a draft, with its files. */
  eraseDraft(id: string): Promise<boolean>
  /** A person was erased from these on this desk. */
  forget(by: Caller, items: readonly Forgotten[]): Promise<number>
  /** What was kept for long enough goes, so many at a time; 0 where a desk did that today already. */
  sweep(rows: number): Promise<number>
}

/** The version of these calls. A database says which it serves. */
export const api = 1
