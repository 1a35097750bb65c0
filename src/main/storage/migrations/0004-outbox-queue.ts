/**
 * What is due is asked per account and origin, in the order of `seq`, after each try: with thousands of items that wait for one
 * vendor another's must be found at once. Only single items are in these; a run has its own order.
 */
export const outboxQueue = /* sql */ `
  CREATE INDEX submissions_due ON submissions (account_id, scope, in_hold, seq) WHERE run_id IS NULL AND state = 'queued' AND asks = 0;
  CREATE INDEX submissions_asking ON submissions (reason, seq) WHERE run_id IS NULL AND state = 'queued' AND asks = 1;
  CREATE INDEX submissions_waiting ON submissions (seq) WHERE run_id IS NULL AND state = 'queued' AND not_before IS NOT NULL;
  CREATE INDEX submissions_refused ON submissions (seq)
    WHERE run_id IS NULL AND state = 'rejected' AND dismissed = 0 AND replaced_by IS NULL;
`
