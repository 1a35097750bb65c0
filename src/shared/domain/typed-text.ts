import * as z from 'zod'
import { says } from '../languages/says.ts'

/**
 * What a field of a draft holds at most. A whole document that is pasted by mistake has to fit: it is kept as typed, and what is
 * too long to send is said at its field.
 */
export const typedTextMax = 2_000_000

/** A text as typed: nothing is checked but that it cannot fill the disk. */
export const typedText = z.string().superRefine(atMost(typedTextMax))

/** Refuses a text over a length and says by how much, so that a person knows what to cut. */
export function atMost(max: number) {
  return (text: string, ctx: z.core.$RefinementCtx<string>): void => {
    if (text.length <= max) return
    ctx.addIssue({ code: 'custom', message: says('validation.tooLongBy'), params: { max, over: text.length - max } })
  }
}
