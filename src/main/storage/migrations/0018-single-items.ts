/**
 * What was filed last for an account, whatever a run filed since: what a new draft begins with where the account says nothing.
 * A row of a run is in no such index and costs nothing.
 */
export const singleItems = /* sql */ `
  CREATE INDEX submissions_single ON submissions (account_id, seq) WHERE run_id IS NULL;
`
