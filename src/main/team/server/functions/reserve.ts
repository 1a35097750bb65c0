import { asOwner, counted, inner } from './header.ts'

/**
 * May these leave? `go` | `busy` (one is under way, or its desk just fell silent) | `taken` (a colleague was earlier: ask) | `lost` (no
 * longer this desk's to send) | `wait` (this database was put back, and desks have not told again what they know).
 *
 * One item at a time, each statement by one key, so that no plan depends on how full a table is; in the order of the keys, so that
 * two desks never wait for each other.
 */
export const reserveFunctions = /* sql */ `
  -- What stands in a row as colleagues see it: what a silent desk was sending has an unknown outcome.
  CREATE FUNCTION team.seen_state(i team.item) RETURNS text LANGUAGE sql STABLE ${inner} AS $$
    SELECT CASE WHEN i.state = 'leaving' AND NOT team.is_live(i.desk_id) THEN 'unknown' ELSE i.state END $$;

  CREATE FUNCTION team.words_of(i team.item) RETURNS jsonb LANGUAGE sql STABLE ${inner} AS $$
    SELECT jsonb_build_object('id', i.id, 'desk', i.desk_id, 'clerk', team.display(i.clerk), 'turn', i.turn, 'kind', i.kind,
      'state', team.seen_state(i), 'at', i.at, 'number', i.vendor_number, 'excerpt', i.excerpt, 'try', i.try) $$;

  CREATE FUNCTION team.reserve(p_desk uuid, p_epoch int, p_news xid8, p_items jsonb)
  RETURNS TABLE (id uuid, verdict text, turn int, other jsonb) ${asOwner} AS $$
  #variable_conflict use_column
  DECLARE mine int[] := team.my_accounts(); a record; i team.item; n team.item; top int; own int; pass int;
  BEGIN
    PERFORM team.too_many(p_items);
    PERFORM team.touch(p_desk, p_epoch, p_news);
    IF EXISTS (SELECT FROM team.untold())
        OR clock_timestamp() < pg_postmaster_start_time() + (SELECT r.grace FROM team.release r) THEN
      RETURN QUERY SELECT x.id, 'wait'::text, NULL::int, team.untold_words() FROM jsonb_to_recordset(p_items) AS x (id uuid);
      RETURN;
    END IF;
    FOR a IN
      SELECT x.*, acc.id AS found, CASE WHEN acc.id IS NOT NULL THEN team.key_of(acc, x.kind, x.payload) END AS key
      FROM jsonb_to_recordset(p_items) AS x (id uuid, account int, kind text, payload jsonb, try int, serial bigint, seen int, test bool,
        subject text, context text, made timestamptz)
      LEFT JOIN team.account acc ON acc.id = x.account AND acc.id = ANY (mine) ORDER BY 13, 1
    LOOP
      IF a.found IS NULL THEN RAISE insufficient_privilege USING MESSAGE = 'not your account'; END IF;
      id := a.id; turn := NULL; other := NULL; verdict := 'busy'; n := NULL;
      SELECT * INTO i FROM team.item o WHERE o.id = a.id FOR UPDATE;
      IF i.key <> a.key THEN RAISE invalid_parameter_value USING MESSAGE = 'another item has this id'; END IF;
      IF i.desk_id = p_desk AND i.state = 'leaving' AND i.try = a.try AND a.serial >= i.serial THEN
        -- Asked again, after an answer was lost or a lease grew old: what was told before this is not taken in after it.
        -- To this start of the desk, from now on.
        UPDATE team.item o SET serial = a.serial, at = clock_timestamp() WHERE o.id = a.id
          AND (a.serial > o.serial OR o.at < (SELECT x.started_at FROM team.desk x WHERE x.id = p_desk));
        verdict := 'go'; turn := i.turn; RETURN NEXT; CONTINUE;
      END IF;
      IF i.id IS NOT NULL AND (i.desk_id <> p_desk OR i.decided_by IS NOT NULL OR i.state NOT IN ('queued', 'held', 'unknown')
          OR a.try < i.try OR a.serial < i.serial) THEN
        verdict := 'lost'; n := i;
      ELSE
        FOR pass IN 1..2 LOOP
          -- First how long the chain is, then what stands in it: whoever comes in between has taken the turn that the insert wants.
          SELECT coalesce(max(o.turn), 0), coalesce(max(o.seen) FILTER (WHERE o.desk_id = p_desk), 0) INTO top, own
            FROM team.item o WHERE o.key = a.key;
          SELECT * INTO n FROM team.item o WHERE o.key = a.key AND o.id <> a.id AND (o.desk_id <> p_desk OR o.state = 'leaving')
            AND o.state IN ${counted}
            -- Of two that wait the one that was filed first goes, and the other asks: else both would.
            AND (o.state NOT IN ('queued', 'held') OR i.id IS NULL OR o.turn < i.turn) ORDER BY (o.state = 'leaving') DESC, o.turn DESC LIMIT 1;
          IF n.state = 'leaving' AND team.is_live(n.desk_id) THEN verdict := 'busy'; EXIT; END IF;
          IF n.desk_id <> p_desk AND n.turn > greatest(coalesce(a.seen, 0), own) THEN verdict := 'taken'; EXIT; END IF;
          IF n.state = 'leaving' THEN
            -- A silent desk's, and this clerk was shown it: once the silence is long enough it is unknown, for that desk as well.
            IF NOT team.is_silent(n.desk_id) THEN verdict := 'busy'; EXIT; END IF;
            UPDATE team.item o SET state = 'unknown', at = clock_timestamp(), changed = pg_current_xact_id()
              WHERE o.id = n.id AND o.state = 'leaving';
            INSERT INTO team.act (desk_id, act, item_id, detail) VALUES (p_desk, 'send-past', n.id, jsonb_build_object('by', a.id));
            CONTINUE;
          END IF;
          IF i.id IS NULL THEN
            INSERT INTO team.item (id, account_id, key, turn, seen, kind, state, try, serial, desk_id, clerk, test, subject, context, made_at)
              VALUES (a.id, a.account, a.key, top + 1, top + 1, a.kind, 'leaving', a.try, coalesce(a.serial, 0), p_desk, session_user,
                coalesce(a.test, false), a.subject, a.context, a.made)
              ON CONFLICT DO NOTHING;
            IF FOUND THEN verdict := 'go'; turn := top + 1; n := NULL; EXIT; END IF;
          ELSE
            BEGIN
              -- It waited while others came: it is the newest of its chain now, also for who was shown it waiting.
              UPDATE team.item o SET state = 'leaving', try = a.try, serial = a.serial, at = clock_timestamp(), changed = pg_current_xact_id(),
                  turn = CASE WHEN top > o.turn THEN top + 1 ELSE o.turn END, seen = CASE WHEN top > o.turn THEN top + 1 ELSE top END
                WHERE o.id = a.id RETURNING o.turn INTO turn;
              verdict := 'go'; n := NULL; EXIT;
            EXCEPTION WHEN unique_violation THEN NULL; -- another of its chain is under way
            END;
          END IF;
        END LOOP;
      END IF;
      IF n.id IS NOT NULL THEN turn := coalesce(turn, n.turn); other := team.words_of(n); END IF;
      RETURN NEXT;
    END LOOP;
  END $$;
`
