import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { FoundPlace, PlaceKind } from '#shared/domain/privacy.ts'
import type { Ledger } from '../storage/ledger.ts'
import type { ErasureTargets } from '../storage/person-erasure.ts'
import type { PersonItem, PersonPlaces } from '../storage/person-places.ts'
import { personRows, type SearchedRow } from '../storage/person-search.ts'
import { rowsOfPiece } from '../storage/table-pieces.ts'
import { brokenPreferences, migrationBackups } from './expired-files.ts'
import { entriesWith, logFiles } from './log-lines.ts'
import { matcher } from './matching.ts'

export interface FindDeps {
  ledger: Ledger
  places: PersonPlaces
  /** The data folder. */
  folder: string
  breath(): Promise<void>
}

/** All that was found of a person: as a person decides about it, and as it is erased. */
export interface PersonFound {
  searchId: string
  terms: readonly string[]
  places: FoundPlace[]
  targets: Map<string, Partial<ErasureTargets>>
}

const open = new Set(['starting', 'sending', 'paused'])
const unsent = new Set(['columns', 'checked'])
const iso = (at: number) => (at > 0 ? new Date(at).toISOString() : null)

/** What stands in the way of erasing an item. */
function refusalOf({ isFree, isErased, isDamaged, state }: PersonItem): FoundPlace['refusal'] {
  if (isDamaged) return 'damaged'
  if (isFree || isErased) return null
  return state === 'queued' || state === 'sending' || state === 'held' || state === 'unknown' ? 'open' : 'same-thing'
}

/** Looks through everything that this app keeps for a person. */
export function personFinder({ ledger, places, folder, breath }: FindDeps) {
  /** Where the row of a table belongs, as keys of what is erased with it. */
  function belonging({ table, row }: SearchedRow, speaks: (text: string) => boolean, into: Gathered): void {
    const item = (id: unknown) => {
      const seq = places.seqOf(String(id))
      if (seq !== null) into.items.add(seq)
    }
    const rowsOf = (runId: unknown, rows: readonly number[]) => {
      const known = into.runs.get(Number(runId)) ?? new Set()
      rows.forEach((one) => known.add(one))
      into.runs.set(Number(runId), known)
    }
    if (table === 'submissions') into.items.add(Number(row['seq']))
    else if (table === 'attempts' || table === 'attempt_reads' || table === 'decisions') item(row['submission_id'])
    else if (table === 'drafts') into.drafts.add(String(row['id']))
    else if (table === 'team_drafts') into.drafts.add(String(row['draft_id']))
    else if (table === 'bulk_plans') into.plans.push([String(row['kind']), String(row['layout'])])
    else if (table === 'bulk_runs') rowsOf(row['id'], [])
    else if (table === 'bulk_pieces') {
      const rows = rowsOfPiece(ledger.reader, row)
      rowsOf(
        row['run_id'],
        rows.filter(({ cells }) => cells.some(speaks)).map((one) => one.row),
      )
    } else if (table === 'bulk_marks' || table === 'bulk_edits') rowsOf(row['run_id'], [Number(row['row'])])
    else if (table === 'set_aside' && row['source'] === 'submissions') into.items.add(Number(row['key']))
    else if (table === 'saved_searches') into.searches.push({ id: String(row['id']), name: String(row['name']) })
    else if (table === 'templates') into.templates.add(String(row['id']))
    else if (table === 'draft_sources') {
      const id = String(row['draft_id'])
      into.drafts.add(id)
      const seq = places.seqOfDraft(id)
      if (seq !== null) into.items.add(seq)
    } else if (table === 'attachments' || table === 'made_files') {
      const named = places.namedBy(String(row[table === 'attachments' ? 'id' : 'attachment_id']))
      named.items.forEach((seq) => into.items.add(seq))
      named.drafts.forEach((id) => into.drafts.add(id))
      if (table === 'attachments' && named.items.length + named.drafts.length === 0) into.attachments.add(String(row['id']))
    }
  }

  /** Known by themselves: once the item or the draft is empty, nothing tells which files it had. */
  const filesOfOne = ({ id, attachmentId }: { id: string; attachmentId: string | null }): string[] => [
    ...(attachmentId === null ? [] : [attachmentId]),
    ...places.sources(id).map((source) => source.id),
  ]

  async function filesOf(speaks: (text: string) => boolean, add: Add): Promise<void> {
    let lines = 0
    for (const file of await logFiles(path.join(folder, 'logs'))) lines += (await entriesWith(file, speaks)).length
    if (lines > 0) add('log', 'log', { label: 'balie.log', count: lines }, { logs: true })
    const preferences = await readFile(path.join(folder, 'preferences.json'), 'utf8').catch(() => '')
    if (speaks(preferences)) add('preferences', 'preferences', { label: 'preferences.json' }, { preferences: true })
    const broken = await brokenPreferences(folder)
    for (const file of broken) {
      const name = path.basename(file)
      if (speaks(await readFile(file, 'utf8').catch(() => ''))) add('set-aside', name, { label: name }, { files: [name] })
    }
    // Whole copies of the ledger: whoever was in it is in them.
    for (const file of await migrationBackups(folder)) {
      const name = path.basename(file)
      add('backup', name, { label: name }, { files: [name] })
    }
    const aside = (await readdir(folder).catch(() => [])).filter((name) => /^(?:set-aside|replaced)-/.test(name))
    for (const name of aside) add('set-aside', name, { label: name }, { files: [name] })
  }

  return async (terms: readonly string[]): Promise<PersonFound> => {
    const speaks = matcher(terms)
    const gathered: Gathered = {
      items: new Set(),
      drafts: new Set(),
      runs: new Map(),
      plans: [],
      attachments: new Set(),
      searches: [],
      templates: new Set(),
    }
    for (const rows of personRows(ledger)) {
      for (const found of rows) if (found.texts.some(speaks)) belonging(found, speaks, gathered)
      await breath()
    }
    const result: PersonFound = { searchId: randomUUID(), terms, places: [], targets: new Map() }
    const add: Add = (kind, key, place, targets) => {
      const id = `${kind}:${key}`
      const rest = { detail: '', at: null, state: null, count: 1, refusal: null }
      result.places.push({ id, kind, ...rest, ...place })
      result.targets.set(id, targets)
    }
    for (const seq of gathered.items) {
      const item = places.item(seq)
      if (!item) continue
      const { label, detail, at, state } = item
      add(
        'item',
        String(seq),
        { label, detail, at: iso(at), state, refusal: refusalOf(item) },
        { items: [seq], attachments: filesOfOne(item) },
      )
    }
    for (const id of gathered.drafts) {
      const draft = places.draft(id)
      if (!draft) continue
      add('draft', id, { label: '', detail: draft.kind, at: iso(draft.at) }, { drafts: [id], attachments: filesOfOne(draft) })
    }
    for (const [id, rows] of gathered.runs) {
      const run = places.run(id)
      if (!run) continue
      const isUnsent = unsent.has(run.state)
      const about = { label: run.fileName, detail: run.accountName, at: iso(run.at), count: rows.size }
      const refusal = open.has(run.state) ? ('run-open' as const) : null
      add('run', String(id), { ...about, refusal }, { runs: [{ id, rows: isUnsent ? null : [...rows] }] })
    }
    for (const plan of gathered.plans) add('plan', plan.join('/'), { label: plan[0] }, { plans: [plan] })
    for (const { id, name } of gathered.searches) add('search', id, { label: name }, { searches: [id] })
    for (const id of gathered.templates) add('template', id, { label: places.template(id) }, { templates: [id] })
    for (const id of gathered.attachments) {
      const file = places.file(id)
      if (file) add('attachment', id, { label: file.name }, { attachments: [id] })
    }
    await filesOf(speaks, add)
    return result
  }
}
export type PersonFinder = ReturnType<typeof personFinder>

interface Gathered {
  items: Set<number>
  drafts: Set<string>
  runs: Map<number, Set<number>>
  plans: [string, string][]
  attachments: Set<string>
  searches: { id: string; name: string }[]
  templates: Set<string>
}
type Add = (
  kind: PlaceKind,
  key: string,
  place: Pick<FoundPlace, 'label'> & Partial<FoundPlace>,
  targets: Partial<ErasureTargets>,
) => void
