/** Signs that take no room: zero width, soft hyphens, direction, byte order marks, variations, tags, control characters. */
const invisible = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
const blanks = /[^\S ]/g
/** Letters, digits and signs as wide as a Chinese one, which some keyboards and PDFs have. */
const wide = /[\uff01-\uff5e]/g
const hyphens = /[\u2010\u2011\ufe63\uff0d]/g

/** Nothing of a number that is typed on a keyboard is touched. */
const typed = /^[!-~]*$/

/**
 * A number that is a name, as it is read from a screen: what nobody sees in it would make another number of it at the vendor.
 * Web pages and PDFs leave such signs in what is copied; a hyphen that does not break is a hyphen, a hard space a space.
 */
export function identifierText(written: string): string {
  if (typed.test(written)) return written
  return written
    .replace(blanks, ' ')
    .replace(invisible, '')
    .replace(hyphens, '-')
    .replace(wide, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .trim()
}
