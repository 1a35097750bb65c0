/** How small pictures are made, one step after the other, until all fits. */
export interface Step {
  /** Pixels on the longer side; null leaves them. */
  longest: number | null
  quality: number
  /** For pages of a scanned PDF, which are pictures too; null leaves them. */
  dpi: number | null
}

export const steps: readonly Step[] = [
  { longest: null, quality: 0.92, dpi: null },
  { longest: 3000, quality: 0.85, dpi: null },
  { longest: 2200, quality: 0.8, dpi: 170 },
  { longest: 1600, quality: 0.72, dpi: 140 },
  { longest: 1200, quality: 0.65, dpi: 110 },
  { longest: 900, quality: 0.55, dpi: 90 },
]

/** As they are: the first of the steps. */
export const untouched: Step = { longest: null, quality: 0.92, dpi: null }
