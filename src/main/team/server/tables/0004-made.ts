/** An overview counts by when items were made, as history's own filters do. */
export const made = /* sql */ `
  CREATE INDEX item_made ON team.item (account_id, (coalesce(made_at, at)));
  DROP INDEX team.item_account;
  CREATE INDEX item_text ON team.item (account_id, at) WHERE search IS NOT NULL OR subject IS NOT NULL;
`
