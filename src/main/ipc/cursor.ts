import type * as z from 'zod'
import { gone } from './failure.ts'

/** The place in a list that a page names, as we gave it; one that we did not give is none of ours. */
export function placeAt<T extends z.ZodType>(schema: T, cursor: string): z.output<T> {
  try {
    return schema.parse(JSON.parse(cursor))
  } catch {
    throw gone()
  }
}
