import { parentPort, workerData } from 'node:worker_threads'
import type { Message } from '#shared/domain/message.ts'
import { Unreadable } from '../../vocabulary/unreadable.ts'
import type { HeaderNames } from '../../vocabulary/column-names.ts'
import { lookInto, rowsOf, type SpreadsheetView } from './read.ts'
import type { SheetLimits, SheetPiece } from './sheet.ts'

/** A look into a file, by what columns are called; or the rows of one of its sheets. */
export type XlsxTask = { names: HeaderNames } | { sheet: string }

/** What one worker is for. */
export interface XlsxJob {
  bytes: Uint8Array
  task: XlsxTask
  limits: SheetLimits
}

/** It speaks only when asked, so that no more than one piece is ever on its way. */
export type XlsxReply =
  | { kind: 'view'; view: SpreadsheetView }
  | { kind: 'rows'; piece: SheetPiece }
  | { kind: 'end' }
  | { kind: 'unreadable'; sentence: Message }

const { bytes, task, limits } = workerData as XlsxJob
const rows = 'sheet' in task ? rowsOf(bytes, task.sheet, limits) : null

async function answer(): Promise<XlsxReply> {
  try {
    if ('names' in task) return { kind: 'view', view: await lookInto(bytes, limits, task.names) }
    const next = await rows?.next()
    return !next || next.done ? { kind: 'end' } : { kind: 'rows', piece: next.value }
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'unreadable', sentence: error.sentence }
    throw error
  }
}

/** An error that nobody catches is how a thread tells the one that started it. */
const fail = (error: unknown) =>
  queueMicrotask(() => {
    throw error
  })

parentPort?.on('message', () => {
  answer().then((reply) => parentPort?.postMessage(reply), fail)
})
