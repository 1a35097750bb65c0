/** A day on a clock, whatever a calendar makes of it. */
export const dayMs = 24 * 60 * 60_000
export const hourMs = 60 * 60_000
