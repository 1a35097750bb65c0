import { disputeAnswerAttributes } from '#shared/vendors/billink/dispute.ts'
import { parseAnswer } from '../../lib/vendor-answer.ts'

/** One attribute of an answer: `null` where the vendor left it out, else its text or, for anything nested, its JSON. */
export interface AnswerAttribute {
  name: string
  value: string | null
  /** Nested values are shown in a fixed-width face with their own line breaks. */
  nested: boolean
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !JSON.isRawJSON(value)

function attributeOf(name: string, value: unknown): AnswerAttribute {
  if (value === undefined) return { name, value: null, nested: false }
  if (typeof value === 'string') return { name, value, nested: false }
  const json = JSON.stringify(value, null, 2)
  return { name, value: json, nested: json.includes('\n') }
}

/**
 * Billink's answer to a dispute, attribute by attribute: the fifteen documented ones in its document's order, then
 * whatever else it held. Null where the answer is no JSON object.
 */
export function readDisputeAnswer(text: string): { documented: AnswerAttribute[]; other: AnswerAttribute[] } | null {
  const answer = parseAnswer(text)?.value
  if (!isObject(answer)) return null
  const documented: readonly string[] = disputeAnswerAttributes
  const own = (name: string) => (Object.hasOwn(answer, name) ? answer[name] : undefined)
  return {
    documented: documented.map((name) => attributeOf(name, own(name))),
    other: Object.keys(answer)
      .filter((name) => !documented.includes(name))
      .map((name) => attributeOf(name, own(name))),
  }
}
