import { submissionKindSchema } from '#shared/domain/kinds.ts'
import type { Message } from '#shared/domain/message.ts'
import { linesBy, type Overview, type OverviewAsked } from '#shared/domain/overview.ts'
import { submissionStateSchema } from '#shared/domain/submission.ts'
import { isMessageId } from '#shared/languages/index.ts'

export type OverviewWords = (message: Message) => string

const secondMs = 1000
const iso = (moment: string | undefined) => moment ?? ''
/** In days of this computer, as its clerks counted them. */
const dayOf = (moment: string | undefined): string => {
  const at = new Date(iso(moment))
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
/** Both ends included, as a person writes a period. */
function periodOf(edges: readonly string[]): string {
  const last = new Date(Date.parse(iso(edges.at(-1))) - 1).toISOString()
  return `${dayOf(edges[0])} – ${dayOf(last)}`
}

/** An overview as one table: what it is about, of what, now, and in the period before. */
export function overviewRows(asked: OverviewAsked, overview: Overview, say: OverviewWords): string[][] {
  const { current, earlier, waiting, accounts } = overview
  const nameOf = (id: string) => accounts.find((account) => account.id === id)?.name ?? id
  const fieldOf = (field: string) => {
    const id = `field.${field}`
    return isMessageId(id) ? say({ id }) : field
  }
  const rows: string[][] = [
    ['overview.column.part', 'overview.column.of']
      .map((id) => say({ id } as Message))
      .concat(periodOf(asked.current), periodOf(asked.earlier)),
  ]
  const add = (part: Message, of: string, now: number | string, before: number | string) =>
    rows.push([say(part), of, String(now), String(before)])

  const environment = say({ id: `ui.environment.${asked.environment}` })
  add({ id: 'overview.total' }, environment, current.total, earlier.total)
  add({ id: 'overview.total' }, say({ id: 'overview.soFar' }), current.total, overview.earlierSoFar)
  const slots = Math.max(current.slots.length, earlier.slots.length)
  for (let at = 0; at < slots; at += 1) {
    const days = [asked.current, asked.earlier].map((edges) => (at < edges.length - 1 ? dayOf(edges[at]) : '–'))
    add({ id: 'overview.perDay' }, days.join(' / '), current.slots[at] ?? '', earlier.slots[at] ?? '')
  }
  for (const line of linesBy(overview, 'kind', submissionKindSchema.options))
    add({ id: 'overview.byKind' }, say({ id: `item.kind.${line.key}` }), line.current, line.earlier)
  for (const line of linesBy(overview, 'state', submissionStateSchema.options))
    add({ id: 'overview.byState' }, say({ id: `ui.status.${line.key}` }), line.current, line.earlier)
  for (const line of linesBy(overview, 'accountId'))
    add({ id: 'overview.byAccount' }, nameOf(line.key), line.current, line.earlier)
  for (const line of linesBy(overview, 'clerk'))
    add(
      { id: 'overview.byClerk' },
      overview.clerks?.find(({ id }) => id === line.key)?.name ?? line.key,
      line.current,
      line.earlier,
    )
  for (const kind of submissionKindSchema.options) {
    const [now, before] = [current, earlier].map(({ answers }) => answers.find((one) => one.kind === kind))
    if (!now && !before) continue
    for (const [part, id] of [
      ['medianMs', 'overview.median.seconds'],
      ['slowMs', 'overview.slow.seconds'],
    ] as const) {
      const seconds = (figures: typeof now) => (figures ? Math.round(figures[part] / secondMs) : '')
      add({ id }, say({ id: `item.kind.${kind}` }), seconds(now), seconds(before))
    }
  }
  for (const { state, count, since } of waiting)
    rows.push([
      say({ id: 'overview.waiting' }),
      say({ id: `ui.status.${state}` }),
      String(count),
      say({ id: 'overview.since', values: { time: since } }),
    ])
  const refused = [...current.refusals, ...earlier.refusals]
  const words = ({ kind, field, message }: (typeof refused)[number]) =>
    `${say({ id: `item.kind.${kind}` })}: ${field === null ? '' : `${fieldOf(field)}: `}${say(message)}`
  for (const reason of new Set(refused.map(words))) {
    const counts = [current, earlier].map(({ refusals }) => refusals.find((one) => words(one) === reason)?.count ?? 0)
    add({ id: 'overview.refusals' }, reason, counts[0] ?? 0, counts[1] ?? 0)
  }
  if (current.otherRefusals + earlier.otherRefusals > 0)
    add({ id: 'overview.refusals' }, say({ id: 'overview.refusals.other' }), current.otherRefusals, earlier.otherRefusals)
  return rows
}
