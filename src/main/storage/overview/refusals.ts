import * as z from 'zod'
import { submissionKindSchema } from '#shared/domain/kinds.ts'
import { fieldMessagesSchema, messageSchema, type Message } from '#shared/domain/message.ts'
import type { PeriodFigures, Refusal } from '#shared/domain/overview.ts'
import { jsonColumn } from '../columns.ts'
import type { Database } from '../database.ts'
import { recordReader } from '../read-records.ts'
import { aside, ofSpan, type Span } from './span.ts'

/** Of so many of the newest. */
const newest = 20_000
const shown = 8

const rowSchema = z.object({
  kind: submissionKindSchema,
  reason: jsonColumn(messageSchema).nullable(),
  head: jsonColumn(z.array(messageSchema)),
  fields: jsonColumn(fieldMessagesSchema),
})

/**
 * SECURITY: a vendor repeats what it was sent. Numbers and addresses would make a reason of each item, and put customers on a page
 * that is handed round.
 */
const withoutData = (message: Message): Message =>
  'text' in message ? { text: message.text.replaceAll(/\S*@\S*|\S*\d{3,}\S*/g, '…').slice(0, 200) } : message

/** What a vendor said of one field says more than that it refused; several fields are several reasons. */
function reasonsOf({ kind, reason, head, fields }: z.infer<typeof rowSchema>): Omit<Refusal, 'count'>[] {
  const ofFields = Object.entries(fields).flatMap(([field, messages]) =>
    messages.slice(0, 1).map((message) => ({ kind, field, message: withoutData(message) })),
  )
  const first = head[0] ?? reason
  return ofFields.length > 0 || !first ? ofFields : [{ kind, field: null, message: withoutData(first) }]
}

/** What items of a period were refused for. */
export function refusalsOf(db: Database) {
  const reader = recordReader(db)
  const refused = db.prepare(
    `SELECT item.seq AS seq, item.kind AS kind, item.reason AS reason, item.head AS head, item.fields AS fields
     FROM submissions AS item INDEXED BY submissions_aside
     WHERE ${ofSpan} AND ${aside} AND item.state = 'rejected' ORDER BY item.created_at DESC LIMIT ${newest}`,
  )
  return (span: Span): Pick<PeriodFigures, 'refusals' | 'otherRefusals'> => {
    const found = new Map<string, Refusal>()
    for (const row of refused.iterate({ ...span })) {
      const read = reader.row('submissions', rowSchema, row)
      for (const reason of read ? reasonsOf(read) : []) {
        const key = JSON.stringify(reason)
        found.set(key, { ...reason, count: (found.get(key)?.count ?? 0) + 1 })
      }
    }
    const all = [...found.values()].toSorted((a, b) => b.count - a.count)
    return { refusals: all.slice(0, shown), otherRefusals: all.slice(shown).reduce((sum, { count }) => sum + count, 0) }
  }
}
