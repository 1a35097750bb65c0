const first = 2_000
const longest = 5 * 60_000

/** Doubles from two seconds to five minutes, spread by half so that many waiting desks don't knock at the same moment. */
export function backoffMs(failures: number, random: () => number): number {
  const full = Math.min(longest, first * 2 ** Math.max(0, failures - 1))
  return Math.round(full * (0.5 + random() * 0.5))
}

/** After how many failures one waits about so long; a restart knows only the wait. */
export const failuresOf = (waitMs: number): number => 1 + Math.ceil(Math.log2(Math.max(1, waitMs / first)))

/** An unknown update or delete states the full result, so it may repeat itself: three times, within its window. */
export const repeatDelaysMs = [15_000, 60_000, 180_000] as const

/** How soon a ledger that refused a write is tried again. */
export const ledgerRetryMs = 5_000
