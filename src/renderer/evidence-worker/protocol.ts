import type { SourceEdits, SourceKind } from '#shared/domain/evidence.ts'
import type { FaultId } from './fault.ts'

/** A file as the worker gets it: the path of a stream that can be read once. */
export interface WorkerFile {
  path: string
  name: string
  kind: SourceKind
}

/** Words of the person's language that are printed on pages. */
export interface PageWords {
  from: string
  to: string
  date: string
  subject: string
  attachments: string
}

/** A piece of what is told of an item, in the person's language. */
export type Block = { kind: 'title' | 'heading' | 'text'; text: string } | { kind: 'pair'; label: string; text: string }

/** What a dispute file tells: of each item its text, and after it the pages of what went with it. */
export interface DossierText {
  /** At the foot of every page. */
  foot: string
  items: { blocks: Block[]; file: { name: string; title: string; notShown: string } | null }[]
}

/** All that a worker is asked. One worker has one job, and ends with it. */
export interface Calls {
  /** Opens a file to show its pages; answers with their sizes, in points. */
  open: { input: { file: WorkerFile; words: PageWords }; value: { pages: { width: number; height: number }[] } }
  /** A page of the opened file as a picture, so many pixels wide. */
  draw: { input: { page: number; width: number }; value: ImageBitmap }
  /** Puts files together and brings the PDF to main. */
  make: {
    input: { files: (WorkerFile & { edits: SourceEdits })[]; maxBytes: number; result: string; words: PageWords }
    value: { token: string; bytes: number; pages: number; step: number; before: number; pictured: string[] }
  }
  /** Reads a mail, and keeps its attachments at hand. */
  mail: {
    input: { file: WorkerFile }
    value: {
      from: { name: string; address: string }
      date: string
      subject: string
      text: string
      attachments: { name: string; bytes: number }[]
    }
  }
  /** Makes a dispute file and brings it to main; the files stand where their items do. */
  dossier: {
    input: { text: DossierText; files: (WorkerFile | null)[]; result: string; words: PageWords }
    value: { token: string }
  }
  /** Brings an attachment of the mail to main, as a file that was dropped. */
  bring: { input: { attachment: number; result: string }; value: { token: string } }
}
export type CallName = keyof Calls

export type Asked = { [Name in CallName]: { id: number; name: Name; input: Calls[Name]['input'] } }[CallName]

export type Answered =
  | { id: number; ok: true; value: unknown }
  | { id: number; ok: false; fault: FaultId; values: Readonly<Record<string, string | number>> }
  /** How far a making is. */
  | { id: number; progress: { done: number; of: number; step: number } }
