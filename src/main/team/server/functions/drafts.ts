import { asOwner, inner } from './header.ts'

/** Drafts of the team's accounts, with their files: mirrored by their holder, taken over by a colleague. */
export const draftFunctions = /* sql */ `
  CREATE FUNCTION team.holds(p_desk uuid, p_draft uuid, p_fence int) RETURNS bool LANGUAGE sql STABLE ${inner} AS $$
    SELECT EXISTS (SELECT FROM team.draft d WHERE d.id = p_draft AND d.holder = p_desk AND d.fence = p_fence
      AND d.account_id = ANY (team.my_accounts())) $$;

  -- False: somebody else holds it now.
  CREATE FUNCTION team.draft_put(p_desk uuid, p_epoch int, p_news xid8, p_draft jsonb) RETURNS bool ${asOwner} AS $$
  DECLARE p record;
  BEGIN
    PERFORM team.touch(p_desk, p_epoch, p_news);
    SELECT * INTO p FROM jsonb_to_record(p_draft) AS x (id uuid, account int, kind text, fence int, revision int, subject text, fields jsonb,
      note text, gone bool);
    IF p.account IS NULL OR p.account <> ALL (team.my_accounts()) THEN RAISE insufficient_privilege USING MESSAGE = 'not your account'; END IF;
    IF EXISTS (SELECT FROM team.draft d WHERE d.id = p.id AND d.account_id <> p.account AND d.account_id <> ALL (team.my_accounts())) THEN
      RAISE insufficient_privilege USING MESSAGE = 'not your draft';
    END IF;
    INSERT INTO team.draft AS d (id, account_id, kind, holder, clerk, revision, subject, fields, note, gone)
      VALUES (p.id, p.account, p.kind, p_desk, session_user, p.revision, p.subject, coalesce(p.fields, '{}'), left(p.note, 2000), coalesce(p.gone, false))
      ON CONFLICT (id) DO UPDATE SET account_id = excluded.account_id, revision = excluded.revision, gone = excluded.gone,
        subject = CASE WHEN excluded.gone THEN NULL ELSE excluded.subject END, note = CASE WHEN excluded.gone THEN NULL ELSE excluded.note END,
        fields = CASE WHEN excluded.gone THEN '{}' ELSE excluded.fields END, at = clock_timestamp(), changed = pg_current_xact_id()
      WHERE d.holder = p_desk AND d.fence = p.fence AND (excluded.revision > d.revision OR (excluded.gone AND NOT d.gone));
    IF p.gone AND team.holds(p_desk, p.id, p.fence) THEN DELETE FROM team.file f WHERE f.draft_id = p.id; END IF;
    RETURN team.holds(p_desk, p.id, p.fence);
  END $$;

  -- Who has it, and which of its files are whole.
  CREATE FUNCTION team.draft_words(x team.draft) RETURNS jsonb LANGUAGE sql STABLE ${inner} AS $$
    SELECT jsonb_build_object('id', x.id, 'account', x.account_id, 'kind', x.kind, 'clerk', x.clerk, 'display', team.display(x.clerk),
      'desk', x.holder, 'fence', x.fence, 'revision', x.revision, 'subject', x.subject, 'note', x.note, 'at', x.at,
      'live', team.is_live(x.holder),
      'files', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'role', f.role, 'place', f.place, 'name', f.name, 'bytes', f.bytes,
        'sha256', f.sha256) ORDER BY f.role, f.place), '[]') FROM team.file f WHERE f.draft_id = x.id AND f.whole)) $$;

  CREATE FUNCTION team.drafts() RETURNS jsonb ${asOwner} STABLE AS $$
  BEGIN
    RETURN (SELECT coalesce(jsonb_agg(d.words ORDER BY d.at DESC), '[]') FROM (
      SELECT x.at, team.draft_words(x) AS words
      FROM team.draft x WHERE NOT x.gone AND x.account_id = ANY (team.my_accounts()) ORDER BY x.at DESC LIMIT 500) d);
  END $$;

  -- One with what stands in it, to be read before it is taken over.
  CREATE FUNCTION team.draft(p_draft uuid) RETURNS jsonb ${asOwner} STABLE AS $$
  BEGIN
    RETURN (SELECT team.draft_words(x) || jsonb_build_object('fields', x.fields)
      FROM team.draft x WHERE x.id = p_draft AND NOT x.gone AND x.account_id = ANY (team.my_accounts()));
  END $$;

  -- Who takes it holds it; the one who held it learns by his next save.
  CREATE FUNCTION team.draft_take(p_desk uuid, p_epoch int, p_news xid8, p_draft uuid, p_fence int) RETURNS jsonb ${asOwner} AS $$
  DECLARE d team.draft;
  BEGIN
    PERFORM team.touch(p_desk, p_epoch, p_news);
    UPDATE team.draft x SET holder = p_desk, clerk = session_user, fence = p_fence + 1, at = clock_timestamp(), changed = pg_current_xact_id()
      WHERE x.id = p_draft AND NOT x.gone AND x.account_id = ANY (team.my_accounts()) AND x.fence = p_fence AND x.holder <> p_desk
      RETURNING * INTO d;
    IF FOUND THEN
      INSERT INTO team.act (desk_id, act, item_id, detail) VALUES (p_desk, 'take-draft', p_draft, jsonb_build_object('fence', p_fence + 1));
    ELSE
      -- The same call again, after its answer was lost.
      SELECT * INTO d FROM team.draft x WHERE x.id = p_draft AND x.holder = p_desk AND x.fence = p_fence + 1 AND NOT x.gone
        AND x.account_id = ANY (team.my_accounts());
      IF NOT FOUND THEN RETURN NULL; END IF;
    END IF;
    RETURN jsonb_build_object('id', d.id, 'account', d.account_id, 'kind', d.kind, 'fence', d.fence, 'revision', d.revision,
      'fields', d.fields, 'note', d.note);
  END $$;

  -- A piece of a file, in order; answers how many are there. The last one makes it whole.
  CREATE FUNCTION team.file_put(p_desk uuid, p_epoch int, p_news xid8, p_draft uuid, p_fence int, p_file jsonb, p_n int, p_bytes bytea, p_last bool)
  RETURNS int ${asOwner} AS $$
  DECLARE f record; total bigint; pieces int;
  BEGIN
    PERFORM team.touch(p_desk, p_epoch, p_news);
    IF NOT team.holds(p_desk, p_draft, p_fence) THEN RAISE insufficient_privilege USING MESSAGE = 'not your draft'; END IF;
    SELECT * INTO f FROM jsonb_to_record(p_file) AS x (id uuid, role text, place int, name text, bytes bigint, sha256 text);
    IF EXISTS (SELECT FROM team.file x WHERE x.id = f.id AND x.draft_id <> p_draft) THEN
      RAISE insufficient_privilege USING MESSAGE = 'not your file';
    END IF;
    INSERT INTO team.file (id, draft_id, role, place, name, bytes, sha256) VALUES (f.id, p_draft, f.role, coalesce(f.place, 0), left(f.name, 300), f.bytes, f.sha256)
      ON CONFLICT (id) DO NOTHING;
    IF p_bytes IS NOT NULL AND length(p_bytes) > 0 THEN
      IF p_n > 0 AND NOT EXISTS (SELECT FROM team.piece x WHERE x.file_id = f.id AND x.n = p_n - 1) THEN
        RAISE invalid_parameter_value USING MESSAGE = 'pieces come in order';
      END IF;
      INSERT INTO team.piece (file_id, n, bytes) VALUES (f.id, p_n, p_bytes) ON CONFLICT DO NOTHING;
    END IF;
    SELECT coalesce(sum(length(x.bytes)), 0), count(*) INTO total, pieces FROM team.piece x WHERE x.file_id = f.id;
    IF total > (SELECT x.bytes FROM team.file x WHERE x.id = f.id) THEN RAISE program_limit_exceeded USING MESSAGE = 'more than the file has'; END IF;
    IF p_last THEN
      UPDATE team.file x SET whole = true WHERE x.id = f.id AND x.bytes = total;
      IF NOT FOUND THEN RAISE invalid_parameter_value USING MESSAGE = 'the file is not whole'; END IF;
      UPDATE team.draft x SET changed = pg_current_xact_id() WHERE x.id = p_draft;
    END IF;
    RETURN pieces;
  END $$;

  CREATE FUNCTION team.file_get(p_file uuid, p_n int) RETURNS bytea ${asOwner} STABLE AS $$
  BEGIN
    RETURN (SELECT p.bytes FROM team.piece p JOIN team.file f ON f.id = p.file_id AND f.whole JOIN team.draft d ON d.id = f.draft_id
      WHERE p.file_id = p_file AND p.n = p_n AND NOT d.gone AND d.account_id = ANY (team.my_accounts()));
  END $$;
  CREATE FUNCTION team.file_drop(p_desk uuid, p_epoch int, p_news xid8, p_draft uuid, p_fence int, p_file uuid) RETURNS bool ${asOwner} AS $$
  BEGIN
    PERFORM team.touch(p_desk, p_epoch, p_news);
    IF NOT team.holds(p_desk, p_draft, p_fence) THEN RAISE insufficient_privilege USING MESSAGE = 'not your draft'; END IF;
    DELETE FROM team.file f WHERE f.id = p_file AND f.draft_id = p_draft;
    RETURN FOUND;
  END $$;
`
