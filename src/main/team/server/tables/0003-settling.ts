/** Since when a desk's present start speaks, and up to which change it has to tell before what its last one was let go waits again. */
export const settling = /* sql */ `
  ALTER TABLE team.desk ADD COLUMN started_at timestamptz NOT NULL DEFAULT clock_timestamp(), ADD COLUMN settles bigint;
`
