import { base64Length, warnFileBytes, type Attachment } from '#shared/domain/attachment.ts'

/** What is said beside an attached file: its own size, and the larger one that travels. */
export interface AttachmentFacts {
  bytes: number
  base64Bytes: number
  /** Billink documents no limit, so a large file is only warned of. */
  large: boolean
  lost: boolean
  image: boolean
}

/** Reads an attachment for the form. */
export const attachmentFacts = ({ bytes, format, state }: Attachment): AttachmentFacts => ({
  bytes,
  base64Bytes: base64Length(bytes),
  large: bytes > warnFileBytes,
  lost: state === 'lost',
  image: format === 'png' || format === 'jpg' || format === 'jpeg',
})

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A size in the unit a person would use, for `Intl.NumberFormat`; 1024 bytes to the kilobyte, as the limit counts. */
export function sizeParts(bytes: number): { value: number; unit: (typeof units)[number] } {
  let value = bytes
  let step = 0
  while (value >= 1024 && step < units.length - 1) {
    value /= 1024
    step += 1
  }
  return { value: step === 0 ? value : Math.round(value * 10) / 10, unit: units[step] ?? 'byte' }
}
