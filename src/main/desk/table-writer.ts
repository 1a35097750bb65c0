import type { Message } from '#shared/domain/message.ts'
import { csvBytes, type RowBatches } from '../bulk/writing/csv.ts'
import { xlsxBytes } from '../bulk/writing/xlsx.ts'
import { readable } from '../features/bulk/readable.ts'
import { saveTo } from '../features/bulk/saving.ts'
import { AppFailure } from '../ipc/failure.ts'
import { safeFileName } from '../storage/safe-file-name.ts'

async function* bytesOf(rows: RowBatches, format: 'csv' | 'xlsx'): AsyncGenerator<Uint8Array> {
  // Excel's Dutch and English both read semicolons.
  if (format === 'csv') yield* csvBytes(rows, ';')
  else yield await xlsxBytes(rows, 'Balie')
}

export interface SavingDeps {
  chooseSave(name: string): Promise<string | null>
  sentences(): (message: Message) => string
  /** Whether the person's organisation lets files be saved. */
  isAllowed: boolean
  now(): number
}

/** Saves what was filed where a person wants it: whole or not at all, for oneself alone; why it can't be written is one sentence. */
export function saving({ chooseSave, sentences, isAllowed, now }: SavingDeps) {
  // SECURITY: whoever may save no customers' data is refused here, whatever the page asks.
  function checkAllowed(): void {
    if (!isAllowed) throw new AppFailure({ kind: 'invalid', message: { id: 'history.export.off' } })
  }
  async function save(name: string, ending: string, bytes: AsyncIterable<Uint8Array>): Promise<boolean> {
    checkAllowed()
    const day = new Date(now()).toISOString().slice(0, 10)
    const path = await chooseSave(safeFileName(`${name} ${day}.${ending}`))
    if (path === null) return false
    await readable(() => saveTo(path, bytes))
    return true
  }
  return {
    checkAllowed,
    sentences,
    saveFile: save,
    /** As Excel opens it: every cell is text, and none a formula. */
    saveTable: (name: string, format: 'csv' | 'xlsx', rows: RowBatches) => save(name, format, bytesOf(rows, format)),
  }
}
export type Saving = ReturnType<typeof saving>
