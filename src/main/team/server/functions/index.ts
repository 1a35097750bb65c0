import { deskFunctions } from './desk.ts'
import { draftFunctions } from './drafts.ts'
import { keyFunctions, type TeamKind } from './keys.ts'
import { managingFunctions } from './managing.ts'
import { overviewFunctions } from './overview.ts'
import { publishFunctions } from './publish.ts'
import { readingFunctions } from './reading.ts'
import { reserveFunctions } from './reserve.ts'

/** All that a clerk's login can call. Whatever is not in here is for the functions themselves. */
export const callable = [
  'hello',
  'pulse',
  'reserve',
  'publish',
  'newest',
  'history',
  'colleagues',
  'item',
  'decide',
  'draft_put',
  'drafts',
  'draft',
  'draft_take',
  'file_put',
  'file_get',
  'file_drop',
  'overview',
  'erase',
  'forget',
  'erase_draft',
  'sweep',
  'go_on_without',
] as const

/**
 * Every function, made anew at each migration: those of before are dropped, so that none is left that nobody knows.
 *
 * SECURITY: nobody has any right on a table, and clerks have one on the functions that are named and on no other.
 */
export const functions = (kinds: readonly TeamKind[]): string => /* sql */ `
  DO $do$ DECLARE f record; BEGIN
    FOR f IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = 'team'::regnamespace LOOP
      EXECUTE format('DROP FUNCTION %s CASCADE', f.name);
    END LOOP;
  END $do$;
  ${keyFunctions(kinds)}
  ${deskFunctions}
  ${reserveFunctions}
  ${publishFunctions}
  ${readingFunctions}
  ${draftFunctions}
  ${managingFunctions}
  ${overviewFunctions}
  REVOKE ALL ON ALL TABLES IN SCHEMA team FROM PUBLIC, balie_clerk;
  REVOKE ALL ON ALL SEQUENCES IN SCHEMA team FROM PUBLIC, balie_clerk;
  REVOKE ALL ON ALL FUNCTIONS IN SCHEMA team FROM PUBLIC, balie_clerk;
  REVOKE ALL ON SCHEMA team FROM PUBLIC;
  GRANT USAGE ON SCHEMA team TO balie_clerk;
  GRANT EXECUTE ON FUNCTION ${callable.map((name) => `team.${name}`).join(', ')} TO balie_clerk;
`
