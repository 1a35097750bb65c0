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

/** An answer as data; null where it is none. */
export const parseAnswer = (text: string): { value: unknown } | null => {
  try {
    return { value: parseExactly(text) }
  } catch {
    return null
  }
}

/** The answer with line breaks and indents for reading; as it came where it is no JSON. */
export function prettyAnswer(text: string): string {
  const parsed = parseAnswer(text)
  return parsed ? JSON.stringify(parsed.value, null, 2) : text
}
