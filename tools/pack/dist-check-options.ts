/** Set when `npm run dist:check -- --full` asks for everything that takes minutes. */
export const fullVariable = 'BALIE_PACK_FULL'

/** Set when `npm run dist:check -- --system` asks to install into this very system, and to remove it again. */
export const systemVariable = 'BALIE_PACK_SYSTEM'
