/**
 * What the overview counts by, so that it reads no item. In the first is what never changes of one: a row of a run passes through
 * it once. The second has what went another way than to `sent`, and leaves alone what is on its way there.
 */
export const overview = /* sql */ `
  DROP INDEX submissions_made;
  CREATE INDEX submissions_made ON submissions (created_at, environment, test, kind, account_id);
  CREATE INDEX submissions_aside ON submissions (created_at, environment, test, kind, account_id, state)
    WHERE state NOT IN ('queued', 'sending', 'sent');
`
