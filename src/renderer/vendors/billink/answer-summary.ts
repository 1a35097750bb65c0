import { parseAnswer } from '../../lib/vendor-answer.ts'

/** What a clerk looks for in Billink's answer; null where it did not come, or came in another way than one can read in a line. */
export interface AnswerSummary {
  readonly number: string | null
  readonly status: string | null
  readonly step: string | null
  readonly ticket: string | null
}

const record = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !JSON.isRawJSON(value)
    ? (value as Record<string, unknown>)
    : null

/** One line of it; numbers as they were written, since they are names. */
function line(value: unknown): string | null {
  const text = typeof value === 'number' || JSON.isRawJSON(value) ? JSON.stringify(value) : value
  return typeof text === 'string' && text.trim() !== '' ? text : null
}

/** The children of these attributes are not documented: a plain value, or by the names that they are likely to have. */
const named = (value: unknown, ...names: string[]): string | null => {
  const within = record(value)
  return line(value) ?? names.reduce<string | null>((found, name) => found ?? line(within?.[name]), null)
}

/** The few attributes that say how a dispute stands, out of the fifteen. */
export function answerSummary(text: string): AnswerSummary | null {
  const answer = record(parseAnswer(text)?.value)
  if (!answer) return null
  return {
    number: line(answer['id']),
    status: named(answer['status'], 'name', 'status'),
    step: named(answer['currentStep'], 'name', 'title'),
    ticket: named(answer['freshDeskTicket'], 'id', 'number'),
  }
}
