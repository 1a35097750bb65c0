import type { Message } from '#shared/domain/message.ts'
import { JsonNumber, type JsonValue } from './json.ts'

const maxTexts = 50

/** A plain object, as opposed to a list or a number as written. */
export const isRecord = (value: JsonValue | undefined): value is { [key: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber)

/** Where the vendors' servers put what went wrong; the documents name a few of these, and answers seen elsewhere the rest. */
const saying = ['message', 'description', 'error', 'errors', 'detail', 'details', 'title', 'reason', 'msg'] as const
const sayingWithPrefix = /^error[_-]?(?:message|description|detail|text)s?$/i

/** All that an answer says in words, wherever its server keeps them; how it names its codes is its own. */
export function textsOf(answer: { [key: string]: JsonValue }, except: readonly string[] = []): Message[] {
  const named = Object.keys(answer).filter((key) => sayingWithPrefix.test(key))
  return vendorTexts(...[...saying, ...named].filter((key) => !except.includes(key)).map((key) => answer[key]))
}

/** All texts within a value, however it is nested: a vendor's list of messages, one message, or messages by rule. */
function* leaves(value: JsonValue | undefined): Generator<string> {
  if (typeof value === 'string') yield value
  else if (value instanceof JsonNumber) yield value.source
  else if (Array.isArray(value)) for (const one of value) yield* leaves(one)
  else if (isRecord(value)) for (const [key, one] of Object.entries(value)) if (key !== 'code') yield* leaves(one)
}

/**
 * A vendor's sentences, as they came, without blanks and repetitions. Whole: they are cut once they hold no key any more, which half
 * of one would pass for.
 */
export function vendorTexts(...values: (JsonValue | undefined)[]): Message[] {
  const texts = new Set<string>()
  for (const value of values)
    for (const leaf of leaves(value)) {
      const text = leaf.trim().toWellFormed()
      if (text && texts.size < maxTexts) texts.add(text)
    }
  return [...texts].map((text) => ({ text }))
}
