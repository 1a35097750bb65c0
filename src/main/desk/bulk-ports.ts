import type { BulkRun } from '#shared/domain/bulk.ts'
import type { Language } from '#shared/languages/index.ts'

/** What bulk runs need of the world around the desk. */
export interface BulkPorts {
  /** Each opens a native dialog; null where the person thought better of it. */
  chooseTable(): Promise<string | null>
  chooseFiles(from: 'folder' | 'zip'): Promise<string | null>
  chooseSave(name: string): Promise<string | null>
  language(): Language
  /** The run came to its end or paused itself; said by the system, for a person who looks elsewhere. */
  notify(run: BulkRun): void
  /** How far what is being sent is, from 0 to 1; null where nothing is. For the taskbar. */
  showProgress(part: number | null): void
}
