import type { SourceFile } from '../../storage/source-file.ts'

/** A file that rows may name. */
export interface FileEntry {
  /** Its path in the folder or ZIP, with `/`. */
  path: string
  name: string
  bytes: number
}

export type FileProblem = 'missing' | 'ambiguous' | 'escapes' | 'outside'
export type FoundFile = { entry: FileEntry; problem?: never } | { entry: null; problem: FileProblem }

/** The folder or ZIP with a table's files. */
export interface Files {
  name: string
  entries: readonly FileEntry[]
  find(name: string): FoundFile
  /** The file itself, to be checked and copied; never more of it than `maxBytes`. */
  open(entry: FileEntry, maxBytes: number): Promise<SourceFile>
  close(): Promise<void>
}
