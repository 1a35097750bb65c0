/**
 * After a start of the server every desk that was connected is back within ten seconds, since none rests for longer than five and
 * connecting takes four at most: nothing has to wait for longer.
 */
export const grace = /* sql */ `
  ALTER TABLE team.release ALTER COLUMN grace SET DEFAULT '10 s';
  UPDATE team.release SET grace = '10 s' WHERE grace = '30 s';
`
