import { mkdir, open } from 'node:fs/promises'
import path from 'node:path'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import type { Language } from '#shared/languages/index.ts'
import type { AttachmentVault } from '../storage/attachment-vault.ts'
import type { Ledger } from '../storage/ledger.ts'
import type { PersonPlaces } from '../storage/person-places.ts'
import { personRows } from '../storage/person-search.ts'
import { safeFileName } from '../storage/safe-file-name.ts'
import { rowsOfPiece } from '../storage/table-pieces.ts'
import type { Say } from '../text/say.ts'
import type { PersonFound } from './find-person.ts'
import { entriesWith, logFiles } from './log-lines.ts'
import { matcher } from './matching.ts'
import { readableCopy } from './readable-copy.ts'

export interface HandOverDeps {
  ledger: Ledger
  places: PersonPlaces
  vault: Pick<AttachmentVault, 'read'>
  /** An item with all that is known of it; null where it can't be read or its text is gone. */
  detail(id: string): Promise<SubmissionDetail | null>
  folder: string
  now(): number
  language(): Language
  say: Say
  breath(): Promise<void>
}

type StoredFile = NonNullable<ReturnType<PersonPlaces['file']>>

/** SECURITY: a customer's data, for whoever asked for it and nobody else on this computer. */
async function write(file: string, content: string | AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes all that was found of a person into a folder: as JSON, as a page to read, and their files. */
export function handingOver(deps: HandOverDeps) {
  const { ledger, places, vault, now, say } = deps

  /** What stands in the tables of runs: the rows that speak of the person in what was read or typed, each with its cells. */
  async function tableRows(speaks: (text: string) => boolean) {
    const named = new Set<string>()
    const keyOf = (runId: unknown, row: unknown) => `${String(runId)}/${String(row)}`
    for (const rows of personRows(ledger, ['bulk_marks', 'bulk_edits'])) {
      for (const { row, texts } of rows) if (texts.some(speaks)) named.add(keyOf(row['run_id'], row['row']))
      await deps.breath()
    }
    const found = new Map<string, { table: string; row: number; cells: string[]; changedTo: Record<string, unknown> }>()
    for (const rows of personRows(ledger, ['bulk_pieces'])) {
      for (const { row } of rows) {
        const name = places.run(Number(row['run_id']))?.fileName ?? ''
        for (const { row: number, cells } of rowsOfPiece(ledger.reader, row)) {
          const key = keyOf(row['run_id'], number)
          if (named.has(key) || cells.some(speaks)) found.set(key, { table: name, row: number, cells, changedTo: {} })
        }
      }
      await deps.breath()
    }
    for (const rows of personRows(ledger, ['bulk_edits'])) {
      for (const { row } of rows) {
        const of = found.get(keyOf(row['run_id'], row['row']))
        if (of) of.changedTo[String(row['field'])] = row['value']
      }
      await deps.breath()
    }
    return [...found.values()]
  }
  async function drafts(ids: ReadonlySet<string>) {
    const found: unknown[] = []
    const notes = new Map<string, unknown>()
    for (const rows of personRows(ledger, ['team_drafts']))
      for (const { row } of rows) notes.set(String(row['draft_id']), row['note'])
    for (const rows of personRows(ledger, ['drafts'])) {
      for (const { row } of rows) {
        if (!ids.has(String(row['id']))) continue
        const { kind, fields, created_at: created, updated_at: changed } = row
        found.push({
          kind,
          createdAt: isoOf(created),
          updatedAt: isoOf(changed),
          fields: parsed(fields),
          note: notes.get(String(row['id'])),
        })
      }
      await deps.breath()
    }
    return found
  }
  /** What else the clerk keeps that speaks of the person: texts, searches, what columns were filled with, and what runs are called. */
  async function keptForLater(speaks: (text: string) => boolean) {
    const found: unknown[] = []
    for (const rows of personRows(ledger, ['templates', 'saved_searches'])) {
      for (const { row, texts } of rows)
        if (texts.some(speaks)) found.push({ name: row['name'], text: parsed(row['fields'] ?? row['filter']) })
      await deps.breath()
    }
    // Beside what speaks of this one they hold rows of others, as samples.
    for (const rows of personRows(ledger, ['bulk_plans', 'bulk_runs'])) {
      for (const { row, texts } of rows) {
        const own = new Set(texts.flatMap((text) => textsWithin(parsed(text))).filter(speaks))
        if (own.size > 0) found.push({ name: row['file_name'], text: [...own] })
      }
      await deps.breath()
    }
    return found
  }
  /** Copies the files that can still be read; answers with what stands of each in the list. */
  async function files(wanted: readonly StoredFile[], into: string) {
    const listed: unknown[] = []
    for (const file of new Map(wanted.map((one) => [one.id, one])).values()) {
      const name = `${listed.length + 1}-${safeFileName(file.name)}`
      const isThere = await write(path.join(into, name), vault.read(file)).then(
        () => true,
        () => false,
      )
      listed.push({ name: file.name, bytes: file.bytes, sha256: file.sha256, file: isThere ? name : null })
    }
    return listed
  }

  /** Answers with the folder that was made. */
  return async ({ terms, places: found, targets }: PersonFound, parent: string): Promise<string> => {
    const speaks = matcher(terms)
    const at = new Date(now()).toISOString()
    const into = path.join(parent, safeFileName(`${say('handOver.name')} ${at.replaceAll(/[:.]/g, '-')}`))
    await mkdir(into, { mode: 0o700 })
    const all = [...targets.values()]
    const items: unknown[] = []
    const wanted: StoredFile[] = []
    const addFile = (id: string | null) => {
      const file = id === null ? null : places.file(id)
      if (file) wanted.push(file)
    }
    all.flatMap(({ attachments = [] }) => attachments).forEach(addFile)
    for (const seq of all.flatMap(({ items: seqs = [] }) => seqs)) {
      const item = places.item(seq)
      if (!item) continue
      addFile(item.attachmentId)
      wanted.push(...places.sources(item.id))
      const { actions: _, ...detail } = (await deps.detail(item.id)) ?? { ...item, actions: null }
      items.push(detail)
    }
    const draftIds = new Set(all.flatMap(({ drafts: ids = [] }) => ids))
    for (const id of draftIds) {
      addFile(places.draft(id)?.attachmentId ?? null)
      wanted.push(...places.sources(id))
    }
    const lines: string[] = []
    for (const file of await logFiles(path.join(deps.folder, 'logs'))) lines.push(...(await entriesWith(file, speaks)))
    const copies = found.filter(({ kind }) => kind === 'backup' || kind === 'set-aside').map(({ label }) => label)
    const data = {
      madeAt: at,
      searchedFor: terms,
      items,
      drafts: await drafts(draftIds),
      tableRows: await tableRows(speaks),
      texts: await keptForLater(speaks),
      files: await files(wanted, into),
      logLines: lines,
      alsoInCopies: copies,
    }
    await write(path.join(into, 'gegevens.json'), `${JSON.stringify(data, null, 2)}\n`)
    const sections: [string, unknown][] = [
      [say('handOver.searched'), terms],
      [say('handOver.items'), items],
      [say('handOver.drafts'), data.drafts],
      [say('handOver.rows'), data.tableRows],
      [say('handOver.texts'), data.texts],
      [say('handOver.files'), data.files],
      [say('handOver.log'), lines],
      [say('handOver.copies'), copies],
    ]
    await write(path.join(into, 'gegevens.html'), readableCopy(say('handOver.title'), sections, deps.language(), say))
    return into
  }
}
export type HandingOver = ReturnType<typeof handingOver>

function textsWithin(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsWithin) : []
}
const isoOf = (value: unknown): string | null => (typeof value === 'number' ? new Date(value).toISOString() : null)
const parsed = (text: unknown): unknown => {
  try {
    return JSON.parse(String(text))
  } catch {
    return text
  }
}
