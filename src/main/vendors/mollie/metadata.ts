import { JsonNumber, type JsonValue } from '../../upstream/json.ts'
import { isRecord } from '../../upstream/reading.ts'
import type { ReadNote } from '#shared/vendors/mollie/payment-note.ts'

/**
 * Metadata is the merchant's: shops keep order numbers in it. Whatever is not our note goes back as it came, numbers digit for
 * digit, since PATCH replaces the whole.
 */
export type Metadata = JsonValue

export const noteKey = 'note'
export const noteTimeKey = 'noteAt'
/** Where a string, number or list is kept beside a note, once a person agreed to it. */
export const valueKey = 'value'

/** As it travels: numbers as they were written, keys in their order. */
export const metadataJson = (metadata: Metadata): string => JSON.stringify(metadata)

export const metadataSize = (metadata: Metadata): number => Buffer.byteLength(metadataJson(metadata))

/** The note in it; null where there is none. A `note` that is no text is another program's own and no note of ours. */
export function noteIn(metadata: Metadata): ReadNote | null {
  if (!isRecord(metadata) || typeof metadata[noteKey] !== 'string') return null
  const at = metadata[noteTimeKey]
  return { text: metadata[noteKey], at: typeof at === 'string' ? at : null }
}

/** What stands beside the note, as JSON without braces, for the size that is said while typing. */
export function bytesBeside(metadata: Metadata): number {
  if (metadata === null) return 0
  if (!isRecord(metadata)) return metadataSize({ [valueKey]: metadata }) - '{}'.length
  return metadataSize(withoutNote(metadata)) - '{}'.length
}

const withoutNote = (metadata: { [key: string]: JsonValue }): { [key: string]: JsonValue } =>
  Object.fromEntries(Object.entries(metadata).filter(([key]) => key !== noteKey && key !== noteTimeKey))

/** Whether metadata can take a note as it is: an object, or nothing. */
export const takesNote = (metadata: Metadata): boolean => metadata === null || isRecord(metadata)

const isMoment = (value: JsonValue | undefined) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value))

/**
 * What another program keeps under one of our two keys, which a note would destroy: a `note` that is no text, or a `noteAt` that is
 * no moment or has no note beside it. Undefined where there is none.
 */
export function foreignIn(metadata: Metadata): JsonValue | undefined {
  if (!isRecord(metadata)) return undefined
  const hasNote = typeof metadata[noteKey] === 'string'
  if (Object.hasOwn(metadata, noteKey) && !hasNote) return metadata[noteKey]
  return Object.hasOwn(metadata, noteTimeKey) && !(hasNote && isMoment(metadata[noteTimeKey])) ? metadata[noteTimeKey] : undefined
}

/** The metadata with this note in it, all else kept; what is no object becomes `value`, which a person agreed to first. */
export function withNote(metadata: Metadata, note: { text: string; at: string }): Metadata {
  const beside = metadata === null ? {} : isRecord(metadata) ? withoutNote(metadata) : { [valueKey]: metadata }
  return { ...beside, [noteKey]: note.text, [noteTimeKey]: note.at }
}

/** The metadata without our two keys; what is then empty becomes null, as it was before a note came. */
export function withNoteRemoved(metadata: Metadata): Metadata {
  if (!isRecord(metadata)) return metadata
  const rest = withoutNote(metadata)
  return Object.keys(rest).length === 0 ? null : rest
}

/** A number's value in one spelling: sign, digits without outer zeros, exponent. `1.0`, `1` and `10e-1` are the same. */
function numberValue(source: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(source) ?? []
  const digits = (whole + fraction).replace(/^0+/, '')
  const significant = digits.replace(/0+$/, '')
  if (significant === '') return '0'
  const power = Number(exponent) - fraction.length + (digits.length - significant.length)
  return `${sign}${significant}e${power}`
}

/** Whether two metadata say the same: order of keys and spelling of numbers aside. */
export function sameMetadata(one: Metadata, other: Metadata): boolean {
  if (one instanceof JsonNumber || other instanceof JsonNumber)
    return one instanceof JsonNumber && other instanceof JsonNumber && numberValue(one.source) === numberValue(other.source)
  if (Array.isArray(one) || Array.isArray(other))
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((member, index) => sameMetadata(member, other[index] ?? null))
    )
  if (isRecord(one) && isRecord(other)) {
    const keys = Object.keys(one)
    return (
      keys.length === Object.keys(other).length &&
      keys.every((key) => Object.hasOwn(other, key) && sameMetadata(one[key] ?? null, other[key] ?? null))
    )
  }
  return one === other
}
