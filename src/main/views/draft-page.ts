import { setImmediate as breath } from 'node:timers/promises'
import * as z from 'zod'
import type { contract } from '#shared/ipc/contract.ts'
import { holds } from '#shared/domain/draft-search.ts'
import { placeAt } from '../ipc/cursor.ts'
import type { DraftPlace, DraftRecords, StoredDraft } from '../storage/draft-records.ts'
import { draftSummary } from './draft-views.ts'

/** Where a page ended. */
const placeSchema = z.tuple([z.number().min(0), z.string()]).transform(([updatedAt, id]): DraftPlace => ({ updatedAt, id }))
const placeOf = ({ updatedAt, id }: DraftPlace) => JSON.stringify([updatedAt, id])

type Asked = z.output<(typeof contract)['drafts']['list']['input']>
/** So many are looked through before other work has its turn. */
const lookedAtOnce = 200

/** A page of drafts, and where the next one begins. */
export async function draftPage(records: DraftRecords, asked: Asked) {
  const { kind, accountId = null, search = '', cursor = null, limit = 200 } = asked
  const found: StoredDraft[] = []
  let after = cursor === null ? null : placeAt(placeSchema, cursor)
  const isSearched = search.trim() !== ''
  const step = isSearched ? lookedAtOnce : limit
  for (let isEnd = false; !isEnd && found.length < limit;) {
    const rows = records.page({ kind, accountId, after, limit: step })
    isEnd = rows.length < step
    for (const { draft, place } of rows) {
      after = place
      if (draft && (!isSearched || holds(draft.fields, search))) found.push(draft)
      if (found.length === limit) break
    }
    if (isSearched) await breath()
  }
  const own = records.count(kind, accountId)
  return {
    items: found.map(draftSummary),
    next: found.length === limit && after ? placeOf(after) : null,
    total: own,
    elsewhere: records.count(kind, null) - own,
  }
}
