/** The beginning of a text, of whole characters: an emoji is never cut in two. */
export function shortened(text: string, most = 60): string {
  if (text.length <= most) return text
  const end = most - (/[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? 1 : 0)
  return `${text.slice(0, end)}…`
}
