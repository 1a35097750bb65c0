import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { rename } from '../storage/rename.ts'

/** `[2026-11-27 23:42:15.123] [info] …`, as each entry begins; what follows belongs to it. */
const entryStart = /^\[(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d{3})\]/

/** The entries of a log, each with all of its lines. */
function entriesOf(text: string): string[] {
  const entries: string[] = []
  for (const line of text.split(/(?<=\n)/)) {
    const last = entries.at(-1)
    if (last !== undefined && !entryStart.test(line)) entries[entries.length - 1] = last + line
    else entries.push(line)
  }
  return entries
}

/** When an entry was written, on this computer's clock; null where it does not say. */
const momentOf = (entry: string): number | null => {
  const [, moment] = entryStart.exec(entry) ?? []
  const at = moment === undefined ? Number.NaN : Date.parse(moment.replace(' ', 'T'))
  return Number.isNaN(at) ? null : at
}

/** The logs in a folder, by their whole names. */
export async function logFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => name.endsWith('.log')).map((name) => path.join(folder, name))
}

/** The entries of a log that something is said of. */
export async function entriesWith(file: string, says: (entry: string) => boolean): Promise<string[]> {
  return entriesOf(await readFile(file, 'utf8')).filter(says)
}

/**
 * Takes entries out of a log. What is written meanwhile is not lost: it is looked for once more before the new file takes the old
 * one's place, and the logger opens the file anew for each entry.
 */
async function dropEntries(file: string, isToGo: (entry: string) => boolean): Promise<number> {
  const text = await readFile(file, 'utf8')
  const entries = entriesOf(text)
  const kept = entries.filter((entry) => !isToGo(entry))
  if (kept.length === entries.length) return 0
  const part = `${file}.part`
  // SECURITY: a log names what went wrong on this person's computer; theirs alone.
  await writeFile(part, kept.join(''), { mode: 0o600 })
  const late = (await readFile(file, 'utf8')).slice(text.length)
  if (late !== '') await writeFile(part, late, { flag: 'a' })
  await rename(part, file)
  return entries.length - kept.length
}

/** Takes entries out of every log of a folder; how many. */
export async function dropFromLogs(folder: string, isToGo: (entry: string) => boolean): Promise<number> {
  let dropped = 0
  for (const file of await logFiles(folder)) dropped += await dropEntries(file, isToGo)
  return dropped
}

/** Whether an entry is older than that; one that does not say when it was written is as old as the app. */
export const isOlderThan =
  (before: number) =>
  (entry: string): boolean =>
    (momentOf(entry) ?? 0) < before
