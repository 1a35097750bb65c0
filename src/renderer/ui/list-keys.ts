/** Where a key takes the selection in a list; null for keys that move nothing. */
export function stepTo(key: string, from: number, count: number, pageRows: number): number | null {
  if (count === 0) return null
  const to = {
    ArrowDown: from + 1,
    ArrowUp: from < 0 ? count - 1 : from - 1,
    j: from + 1,
    k: from < 0 ? count - 1 : from - 1,
    PageDown: from + pageRows,
    PageUp: from - pageRows,
    Home: 0,
    End: count - 1,
  }[key]
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to))
}
