import * as z from 'zod'

/**
 * What a reading makes of an outcome that was unknown: it stands there; it does not, and may be sent again; or neither, and a
 * person decides.
 */
export const settlementSchema = z.enum(['arrived', 'not-arrived', 'asks'])
export type Settlement = z.infer<typeof settlementSchema>

/** What a try read at a vendor that reads back, before anything is changed. */
export interface Found {
  found: string
  /** What is to stand there, and the key of the request that is about to leave; null where the try stops here. */
  change: { meant: string; key: string } | null
}

/** What earlier tries of an item left for the next one. */
export interface Earlier {
  /** What a person saw standing there and agreed to replace, as it was read. */
  agreed: string | null
  /** A key that the vendor may still know a request by, and the change that it is of. */
  key: { value: string; meant: string } | null
}

/** What a try read, and what a later reading made of it, as its history shows it. */
export const attemptReadingSchema = z.object({
  at: z.string(),
  /** What stood there, as the vendor has it. */
  found: z.string(),
  /** What was to stand there; null where the try stopped at what it read. */
  meant: z.string().nullable(),
  look: z.object({ at: z.string(), settlement: settlementSchema, found: z.string().nullable() }).nullable(),
})
export type AttemptReading = z.infer<typeof attemptReadingSchema>
