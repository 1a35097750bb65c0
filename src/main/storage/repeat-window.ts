/** How long from the first doubt an update or delete of unknown outcome may repeat itself: afterwards its note may have changed. */
export const repeatWindowMs = 10 * 60_000

/** Ten minutes from the first doubt; a clock that was set since ends them. */
export function inRepeatWindow({ firstUnknownAt }: { firstUnknownAt: number | null }, now: number): boolean {
  const since = now - (firstUnknownAt ?? now)
  return since >= 0 && since < repeatWindowMs
}
