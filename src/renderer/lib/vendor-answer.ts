import { disputeAnswerAttributes } from '#shared/domain/dispute.ts'

/** JSON source text access (ES2026): Chromium 114 and Node 22 have it, TypeScript's libraries do not name it yet. */
declare global {
  interface JSON {
    parse(text: string, reviver: (this: unknown, key: string, value: unknown, context: { source?: string }) => unknown): unknown
    rawJSON(text: string): object
    isRawJSON(value: unknown): boolean
  }
}

/** Numbers keep the digits the vendor wrote: an id of twenty digits would change as a JavaScript number. */
const parseExactly = (text: string): unknown =>
  JSON.parse(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined ? JSON.rawJSON(source) : value,
  )

const parseOrNull = (text: string): { value: unknown } | null => {
  try {
    return { value: parseExactly(text) }
  } catch {
    return null
  }
}

/** The answer with line breaks and indents for reading; as it came where it is no JSON. */
export function prettyAnswer(text: string): string {
  const parsed = parseOrNull(text)
  return parsed ? JSON.stringify(parsed.value, null, 2) : text
}

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
  const answer = parseOrNull(text)?.value
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
