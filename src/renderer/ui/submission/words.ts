import { isMessageId } from '#shared/languages/index.ts'
import { factsOf, vendorName } from '#shared/domain/kinds.ts'
import type { SubmissionState, SubmissionSummary } from '#shared/domain/submission.ts'
import type { Say } from '../../lib/i18n.tsx'
import type { NoticeProps } from '../Notice.tsx'

const statusWords = [200, 201, 202, 400, 401, 403, 404, 405, 408, 413, 429, 500, 502, 503, 504] as const
const statusClasses = ['1xx', '2xx', '3xx', '4xx', '5xx'] as const

/** An HTTP status with its meaning: by itself, and by its class what has none of its own. */
export function sayStatus(say: Say, status: number): string {
  const known = statusWords.find((code) => code === status)
  const kind = statusClasses.find((name) => name.startsWith(String(Math.floor(status / 100))))
  return `HTTP ${status}: ${say(`item.http.${known ?? kind ?? 'other'}`)}`
}

/** Names an item by what it does and to what. */
export const titleOf = (say: Say, item: Pick<SubmissionSummary, 'kind' | 'subject' | 'textGoneAt'>): string =>
  item.textGoneAt ? say(`item.kind.${item.kind}`) : say(`item.title.${item.kind}`, { subject: item.subject })

/** How loud the reason of a state is said. */
export const toneOf = (state: SubmissionState): NonNullable<NoticeProps['tone']> =>
  state === 'rejected' ? 'error' : state === 'unknown' || state === 'held' ? 'warn' : state === 'sent' ? 'ok' : 'info'

/** Whose system an item goes to. */
export const vendorOf = ({ kind }: Pick<SubmissionSummary, 'kind'>): string => vendorName(factsOf(kind).vendor)

/** A field by the name on its form; one that no form has keeps the vendor's name. */
export function fieldWords(say: Say, field: string): string {
  const id = `field.${field}`
  return isMessageId(id) ? say(id) : field
}

/**
 * Whether an unknown outcome is found out without a person: the vendor can be asked, and nothing was found yet that a person has
 * to judge.
 */
export const settlesItself = ({ kind, state, actions }: Pick<SubmissionSummary, 'kind' | 'state' | 'actions'>): boolean =>
  state === 'unknown' && factsOf(kind).readsBack && !actions.includes('look-again')
