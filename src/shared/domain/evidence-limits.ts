import type { SourceEdits } from './evidence.ts'

/** SECURITY: more is not one customer's evidence, and each costs memory where they are put together. */
export const maxSources = 50
export const maxSourceBytes = 100 * 1024 * 1024

/** A file whose pages are as they came. Without a schema beside it, since workers carry it too. */
export const noEdits: SourceEdits = { turns: {}, left: [], asIs: false }
