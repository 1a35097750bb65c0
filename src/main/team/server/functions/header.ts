/**
 * How each function begins that a clerk may call.
 *
 * SECURITY: it runs with its owner's rights and finds names in `team` alone, whatever path or temporary table the caller set; who
 * acts is `session_user`, the login, and never an argument. `jit` is off since it costs forty times what these statements do.
 */
export const asOwner = `LANGUAGE plpgsql SECURITY DEFINER SET search_path = team, pg_temp SET jit = off`

/** Called by those alone. */
export const inner = `SET search_path = team, pg_temp`

/** The states of an item that keep its turn: it may have arrived, or still will. */
export const counted = `('leaving', 'queued', 'held', 'sent', 'unknown', 'closed')`

/** As many items as one call may speak of. */
export const most = 500
