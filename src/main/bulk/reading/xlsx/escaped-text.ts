/**
 * XLSX writes what XML cannot carry as `_x000D_`, and a text that looks like that as `_x005F_x000D_`. Half a surrogate pair is
 * left as it is written: it could not be sent, and in sight it can be mended.
 * @see ECMA-376 part 1, 22.9.2.19 (ST_Xstring)
 */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  const plain = text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return plain.isWellFormed() ? plain : text
}
