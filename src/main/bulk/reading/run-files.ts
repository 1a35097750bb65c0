import type { AttachmentDoubt } from '#shared/domain/attachment.ts'
import type { Message } from '#shared/domain/message.ts'
import type { StoredRun } from '../../storage/bulk-run-records.ts'
import type { Files } from '../vocabulary/files.ts'
import { openFolder } from './folder-files.ts'
import { openZipFiles } from './zip-files.ts'

/** The folders and ZIPs that tables of disputes name files in, open while such a table is looked at. */
export function runFiles() {
  const open = new Map<number, Files>()
  /** Files that were looked into and can't go, by row: only opening them tells. */
  const refused = new Map<number, Map<number, Message>>()

  /** Files that may go and may not open elsewhere, by row: told before anything leaves. */
  const doubted = new Map<number, Map<number, Message>>()

  const openAt = (from: 'folder' | 'zip', path: string) => (from === 'folder' ? openFolder(path) : openZipFiles(path))

  async function close(runId: number): Promise<void> {
    const files = open.get(runId)
    open.delete(runId)
    refused.delete(runId)
    doubted.delete(runId)
    await files?.close()
  }

  return {
    /** Another folder or ZIP for this run, listed anew. */
    async choose(runId: number, from: 'folder' | 'zip', path: string): Promise<Files> {
      const files = await openAt(from, path)
      await close(runId)
      open.set(runId, files)
      return files
    },
    /** What the run's person chose; null where nothing was, or where it is there no more. */
    async of(run: StoredRun): Promise<Files | null> {
      const known = open.get(run.id)
      if (known || !run.files) return known ?? null
      const files = await openAt(run.files.from, run.files.path).catch(() => null)
      if (files) open.set(run.id, files)
      return files
    },
    refuse(runId: number, row: number, sentence: Message): void {
      const rows = refused.get(runId) ?? new Map<number, Message>()
      refused.set(runId, rows.set(row, sentence))
    },
    refusalOf: (runId: number, row: number): Message | null => refused.get(runId)?.get(row) ?? null,
    /** Answers whether that is news. */
    doubt(runId: number, row: number, doubt: AttachmentDoubt): boolean {
      const rows = doubted.get(runId) ?? new Map<number, Message>()
      const isNew = !rows.has(row)
      doubted.set(runId, rows.set(row, { id: `attachment.doubt.${doubt}` }))
      return isNew
    },
    doubtOf: (runId: number, row: number): Message | null => doubted.get(runId)?.get(row) ?? null,
    close,
  }
}
export type RunFiles = ReturnType<typeof runFiles>
