/** A number exactly as it was written: a JavaScript number would change an identifier of over fifteen digits. */
export class JsonNumber {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
  /** Written as it was read. */
  toJSON(): { readonly rawJSON: string } {
    return JSON.rawJSON(this.source)
  }
}

export type JsonValue = null | boolean | string | JsonNumber | JsonValue[] | { [key: string]: JsonValue }

/** Neither document nests deeper than three; beyond this it is an attack on whoever walks the tree. */
const maxDepth = 64

/** Depth counted on the text, before any parser recurses. */
function tooDeep(text: string): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (inText) {
      if (char === '\\') at += 1
      else if (char === '"') inText = false
    } else if (char === '"') inText = true
    else if (char === '{' || char === '[') {
      depth += 1
      if (depth > maxDepth) return true
    } else if (char === '}' || char === ']') depth -= 1
  }
  return false
}

/** SECURITY: keys that mean something to JavaScript itself never become part of a value. */
const prototypeKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const reviveWhole = (_key: string, value: unknown, context?: { source?: string }): unknown =>
  typeof value === 'number' ? new JsonNumber(context?.source ?? String(value)) : value

const revive = (key: string, value: unknown, context?: { source?: string }): unknown =>
  prototypeKeys.has(key) ? undefined : reviveWhole(key, value, context)

/**
 * Reads JSON with its numbers as written; `undefined` where the text is no JSON or nested beyond reason. `whole` keeps every key:
 * for what is written back as it came. Its objects are copied and listed only, and no key of theirs is looked up by name of theirs.
 */
export function parseJson(text: string, keys: 'harmless' | 'whole' = 'harmless'): JsonValue | undefined {
  if (tooDeep(text)) return undefined
  try {
    return JSON.parse(text, keys === 'whole' ? reviveWhole : revive) as JsonValue
  } catch {
    return undefined
  }
}
