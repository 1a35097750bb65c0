import { dayMs } from '#shared/domain/time-spans.ts'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { renameSync } from '../rename.ts'

/** Where a backup lies until it takes the place of what is there. */
export const stagingName = 'restoring'
const markerName = 'whole.json'
const ledgerName = 'ledger.sqlite'
const asidePattern = /^replaced-(\d{4}-\d{2}-\d{2})T[\d-]+Z$/
/** How long what a backup replaced can still be had back. */
const keptDays = 7

/** What a backup takes the place of: the rest of the folder is the browser's, or tells of what happened here. */
const replaced = (name: string): boolean =>
  name.startsWith(ledgerName) || ['attachments', 'runs', 'preferences.json'].includes(name)

const recordSchema = z.object({ id: z.string(), generation: z.number().int() })
/** Which ledger comes, as this computer is to remember it. */
export type RestoredLedger = z.infer<typeof recordSchema>

const markerSchema = z.object({
  /** What is there goes aside first, and then what was restored comes in: which of the two is under way. */
  phase: z.enum(['aside', 'in']),
  aside: z.string().regex(asidePattern),
  ledger: recordSchema,
})
type Marker = z.infer<typeof markerSchema>

function writeMarker(staging: string, marker: Marker): void {
  const part = path.join(staging, `${markerName}.part`)
  writeFileSync(part, JSON.stringify(marker), { mode: 0o600 })
  const handle = openSync(part, 'r+')
  fsyncSync(handle)
  closeSync(handle)
  renameSync(part, path.join(staging, markerName))
}

function readMarker(staging: string): Marker | null {
  try {
    return markerSchema.parse(JSON.parse(readFileSync(path.join(staging, markerName), 'utf8')))
  } catch {
    return null
  }
}

/** Says that what was restored is whole and was verified: from here on it takes the place of what is there, whatever ends the app. */
export function decideToPutBack(folder: string, ledger: RestoredLedger, now: number): void {
  const aside = `replaced-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`
  writeMarker(path.join(folder, stagingName), { phase: 'aside', aside, ledger })
}

/** Whether something waits to take the place of what is there. */
export const isDecided = (folder: string): boolean => readMarker(path.join(folder, stagingName)) !== null

/** Takes back what was unpacked and not decided about: also what a crash left. */
export function dropStaged(folder: string): void {
  const staging = path.join(folder, stagingName)
  if (!readMarker(staging)) rmSync(staging, { recursive: true, force: true })
}

/**
 * Puts what was restored in the place of what is there, before anything of it is opened; answers with the folder in which the
 * latter is kept, or null where nothing was to be done. Each step is there or is not, so that after a crash it goes on.
 */
export function putBack(folder: string, remember: (ledger: RestoredLedger) => void): string | null {
  const staging = path.join(folder, stagingName)
  const marker = readMarker(staging)
  if (!marker) {
    dropStaged(folder)
    return null
  }
  const aside = path.join(folder, marker.aside)
  if (marker.phase === 'aside') {
    // SECURITY: customers' data, and no less so because it was replaced.
    mkdirSync(aside, { recursive: true, mode: 0o700 })
    for (const name of readdirSync(folder).filter(replaced)) renameSync(path.join(folder, name), path.join(aside, name))
    writeMarker(staging, { ...marker, phase: 'in' })
  }
  // Before the ledger is opened: what it does not know may have left since, and so all that waits asks.
  remember(marker.ledger)
  const names = readdirSync(staging).filter(replaced)
  // The ledger last: a folder that has one has everything.
  for (const name of names.toSorted((one, other) => Number(one === ledgerName) - Number(other === ledgerName)))
    renameSync(path.join(staging, name), path.join(folder, name))
  rmSync(staging, { recursive: true, force: true })
  return aside
}

/** Erases what backups replaced more than a week ago. */
export function emptyReplaced(folder: string, now: number): void {
  const last = new Date(now - keptDays * dayMs).toISOString().slice(0, 10)
  const names = existsSync(folder) ? readdirSync(folder) : []
  for (const name of names) {
    const day = asidePattern.exec(name)?.[1]
    if (day !== undefined && day < last) rmSync(path.join(folder, name), { recursive: true, force: true })
  }
}
