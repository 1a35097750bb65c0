/**
 * Excel's own first line that names the delimiter; it shows no row for it. Programs put it in quotes, or fill it up to as many
 * cells as the other rows have.
 */
const separatorLine = /^(?:sep=(.)|"sep=(.)")[;,|\t ]*(?:\r\n|\n|\r|$)/i

/** More than a line that is filled up to all columns there may be. */
const longest = 1024

export const separatorLineBytes = (text: Buffer): number =>
  separatorLine.exec(text.toString('latin1', 0, longest))?.[0].length ?? 0

/** The delimiter that the file itself names, if it does. */
export function namedDelimiter(head: string): string | null {
  const line = separatorLine.exec(head.slice(0, longest))
  return line?.[1] ?? line?.[2] ?? null
}

export const withoutSeparatorLine = (head: string): string =>
  head.slice(separatorLine.exec(head.slice(0, longest))?.[0].length ?? 0)
