import { execFile } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { openLedger } from '#main/storage/ledger.ts'
import { verdict, type Figure } from './figures.ts'
import { writeHistory } from './sealed/history.ts'
import { benchKey } from './sealed/orders.ts'
import type { UpkeepWork } from './upkeep/child.ts'

/** What twenty years of ten thousand items a week come to, and how many of them have been kept for long enough. */
const items = Number(process.env['BENCH_ITEMS'] ?? 1_000_000)
const due = Math.min(items, 20_000)
const backedUp = Number(process.env['BENCH_BACKUP_ITEMS'] ?? 100_000)
/** Longer than this nothing may keep main from answering; what is done day by day not longer than a picture of a screen stands. */
const longestMs = { sweep: 16, find: 50, erase: 50, backup: 50 }

const script = path.join(import.meta.dirname, 'upkeep', 'child.ts')

async function work(folder: string, what: string): Promise<UpkeepWork> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify({ folder, what, due })])
  return JSON.parse(stdout) as UpkeepWork
}

function ledgerOf(file: string, count: number): void {
  const ledger = openLedger(file, benchKey)
  // Only what is measured has to wait for the disk.
  ledger.db.exec('PRAGMA synchronous = OFF')
  writeHistory(ledger, count)
  // As disputes leave them: a name for every second item, whose file went but for the newest.
  ledger.db.exec(`
    INSERT INTO attachments (id, name, format, bytes, sha256, sealed, created_at, gone_at)
      SELECT 'file-' || seq, 'bon.pdf', 'pdf', 10, '', 1, created_at, CASE WHEN seq < ${count - due} THEN 1 END FROM submissions WHERE seq % 2 = 0;
    UPDATE submissions SET attachment_id = 'file-' || seq WHERE seq % 2 = 0`)
  ledger.close()
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
const megabytes = (bytes: number) => `${(bytes / 1024 ** 2).toFixed(0)} MB`

/** What is done beside the work of a clerk: sweeping, looking for a person, erasing them, making a backup. */
export async function measure(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'balie-upkeep-'))
  try {
    const file = path.join(folder, 'ledger.sqlite')
    ledgerOf(file, items)
    const whole = path.join(folder, 'whole.sqlite')
    copyFileSync(file, whole)
    const count = items.toLocaleString('en')
    const tasks = []
    for (const [what, name] of [
      ['sweep', `the daily sweep: ${due.toLocaleString('en')} of ${count} items lose their text`],
      ['find', `a person looked for among ${count} items`],
      ['erase', `pages written anew after a person was erased from ${count} items`],
    ] as const) {
      copyFileSync(whole, file)
      for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true })
      const { longest, total, peak } = await work(folder, what)
      tasks.push({
        case: 'upkeep',
        what: `${name}: longest task of main, processor time (1 round)`,
        measured: `${longest.toFixed(0)} ms`,
        against: `${seconds(total)} in all, ${megabytes(peak)} at most, a ledger of ${megabytes(statSync(whole).size)}`,
        ratio: '—',
        target: `≤ ${longestMs[what]} ms`,
        verdict: verdict(longest <= longestMs[what]),
      })
    }
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
    ledgerOf(file, backedUp)
    const { total, bytes = 0, restored = 0, longest } = await work(folder, 'backup')
    return [
      ...tasks,
      {
        case: 'upkeep',
        what: `a backup of ${backedUp.toLocaleString('en')} items, made and read back; longest task of main, processor time (1 round)`,
        measured: `${seconds(total)}, ${longest.toFixed(0)} ms`,
        against: `${megabytes(bytes)}, a ledger of ${megabytes(statSync(file).size)}; unpacked and verified in ${seconds(restored)}`,
        ratio: '—',
        target: `≤ ${longestMs.backup} ms`,
        verdict: verdict(longest <= longestMs.backup),
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
