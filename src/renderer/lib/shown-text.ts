import { inOwnDirection } from '#shared/domain/own-direction.ts'

/** Controls but for a line break and a tab, and what turns the order of signs or hides. What joins letters and emoji stays, and a soft hyphen. */
const steering =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

/**
 * A vendor's or a customer's text as a screen shows it, beside our own words; what is stored, sent and copied stays as it came.
 * SECURITY: a text that turns itself round can show another number or host than it has. In its own direction and without what
 * steers, it is read as it is.
 */
export const shownText = (text: string): string => inOwnDirection(text.replace(steering, ''))
