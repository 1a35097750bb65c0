import { newDigiwalletSettings } from '#shared/vendors/digiwallet/settings.ts'
import { peakBytes } from '#test/support/peak-memory.ts'
import { headerNames } from '#main/vendors/index.ts'
import { noteClues } from '#main/vendors/digiwallet/bulk/columns.ts'
import { noteDuplicates } from '#main/vendors/digiwallet/bulk/duplicates.ts'
import { checkNote, noteContextOf } from '#main/vendors/digiwallet/bulk/check-note.ts'
import { compilePlan } from '#main/bulk/planning/plan.ts'
import { suggestPlan } from '#main/bulk/planning/suggest.ts'
import { detect } from '#main/bulk/reading/detect.ts'
import { openTable } from '#main/bulk/reading/table.ts'
import { openSource } from '#main/storage/source-file.ts'

/** What one import cost, told to who started this process. */
export interface ImportCost {
  ms: number
  rows: number
  good: number
  duplicate: number
  /** What the process holds before the file is opened, and the most it ever held. */
  idleBytes: number
  peakBytes: number
}

const [path = ''] = process.argv.slice(2)
const settings = newDigiwalletSettings()
const idleBytes = process.memoryUsage.rss()

/** From the file to the counts of the Check screen, as the app does it. */
async function importAndCheck() {
  const source = await openSource({ path })
  const { settings: found } = await detect(source, headerNames)
  const table = await openTable(source, found)
  const plan = compilePlan('notes', suggestPlan('notes', noteClues(settings), table.columns), table.columns)
  const context = noteContextOf({ ...settings, testDefault: 'off' })
  const find = noteDuplicates(() => false)
  const counts = { rows: 0, good: 0, duplicate: 0 }
  for await (const batch of table.rows()) {
    for (const row of batch) {
      const { complete: note } = checkNote(plan.apply(row), context)
      counts.rows += 1
      if (note && find(row.row, note).duplicate) counts.duplicate += 1
      else if (note) counts.good += 1
    }
  }
  await source.close()
  return counts
}

const from = performance.now()
const counts = await importAndCheck()
const ms = performance.now() - from
const cost: ImportCost = { ...counts, ms, idleBytes, peakBytes: await peakBytes() }
process.send?.(cost)
