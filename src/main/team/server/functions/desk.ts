import { asOwner, inner } from './header.ts'

/**
 * A desk arrives, lives, and is known to have told all. A database that was put back is noticed by whoever remembers more than it
 * does: a later serial, a later transaction, a later epoch. Then a new epoch begins, in which nothing may leave until the desks
 * that were seen lately told it again what they know.
 */
export const deskFunctions = /* sql */ `
  CREATE FUNCTION team.my_accounts() RETURNS int[] LANGUAGE sql STABLE ${inner} AS $$
    SELECT coalesce(array_agg(account_id), '{}') FROM team.member WHERE clerk = session_user $$;

  CREATE FUNCTION team.display(p_clerk name) RETURNS text LANGUAGE sql STABLE ${inner} AS $$
    SELECT coalesce((SELECT display FROM team.clerk WHERE clerk = p_clerk), p_clerk::text) $$;

  CREATE FUNCTION team.is_live(p_desk uuid) RETURNS bool LANGUAGE sql STABLE ${inner} AS $$
    SELECT d.seen_at > clock_timestamp() - r.lease FROM team.desk d, team.release r WHERE d.id = p_desk $$;
  -- Long enough silent that a colleague's word may stand for it.
  CREATE FUNCTION team.is_silent(p_desk uuid) RETURNS bool LANGUAGE sql STABLE ${inner} AS $$
    SELECT d.seen_at <= clock_timestamp() - r.silence FROM team.desk d, team.release r WHERE d.id = p_desk $$;

  -- Desks that were seen lately and have not told again what this database forgot.
  CREATE FUNCTION team.untold() RETURNS SETOF team.desk LANGUAGE sql STABLE ${inner} AS $$
    SELECT d.* FROM team.desk d, team.release r
    WHERE d.epoch < r.epoch AND NOT d.retired AND d.seen_at > r.epoch_at - interval '30 days' $$;

  -- The desk is this login's, lives, and speaks to the database that it knows.
  CREATE FUNCTION team.touch(p_desk uuid, p_epoch int, p_news xid8) RETURNS void LANGUAGE plpgsql ${inner} AS $$
  DECLARE d team.desk; r team.release;
  BEGIN
    SELECT * INTO d FROM team.desk WHERE id = p_desk AND clerk = session_user AND NOT retired;
    IF NOT FOUND THEN RAISE insufficient_privilege USING MESSAGE = 'not your desk'; END IF;
    SELECT * INTO r FROM team.release;
    IF p_epoch IS DISTINCT FROM r.epoch OR d.hello_epoch <> r.epoch OR p_news > pg_snapshot_xmax(pg_current_snapshot()) THEN
      RAISE EXCEPTION USING ERRCODE = 'BA001', MESSAGE = 'say hello first';
    END IF;
    IF d.seen_at < clock_timestamp() - interval '5 s' THEN
      UPDATE team.desk SET seen_at = clock_timestamp() WHERE id = p_desk;
    END IF;
  END $$;

  CREATE FUNCTION team.too_many(p_items jsonb) RETURNS void LANGUAGE plpgsql IMMUTABLE ${inner} AS $$
  BEGIN
    IF jsonb_typeof(p_items) IS DISTINCT FROM 'array' OR jsonb_array_length(p_items) > 500 THEN
      RAISE program_limit_exceeded USING MESSAGE = 'a list of at most 500';
    END IF;
  END $$;

  -- 1. A desk arrives. 'told' is what it remembers: mark, after, label, balie, acked, top, epoch, news. Where another start of its
  -- ledger spoke last, the answer is that start's mark alone: a ledger that has been through it says so ('after'), a copy can't.
  CREATE FUNCTION team.hello(p_api int, p_desk uuid, p_told jsonb) RETURNS jsonb ${asOwner} AS $$
  DECLARE r team.release; d team.desk; was_put_back bool; spoke text := p_told ->> 'mark';
    knew bigint := coalesce((p_told ->> 'acked')::bigint, 0); top bigint := coalesce((p_told ->> 'top')::bigint, 0);
    life int := coalesce((p_told ->> 'epoch')::int, 0);
  BEGIN
    SELECT * INTO r FROM team.release FOR UPDATE;
    IF p_api IS NULL OR p_api NOT BETWEEN r.oldest AND r.newest THEN
      RAISE feature_not_supported USING MESSAGE = format('api %s, here %s to %s', p_api, r.oldest, r.newest);
    END IF;
    IF spoke IS NULL OR NOT EXISTS (SELECT FROM team.clerk c WHERE c.clerk = session_user AND c.removed_at IS NULL) THEN
      RAISE insufficient_privilege USING MESSAGE = 'not a clerk of this team';
    END IF;
    SELECT * INTO d FROM team.desk x WHERE x.id = p_desk FOR UPDATE;
    IF d.id IS NOT NULL AND (d.clerk <> session_user OR d.retired) THEN
      RAISE insufficient_privilege USING MESSAGE = 'not your desk';
    END IF;
    IF d.id IS NOT NULL AND d.mark <> spoke AND d.mark IS DISTINCT FROM p_told ->> 'after' THEN
      RETURN jsonb_build_object('mark', d.mark);
    END IF;
    was_put_back := life >= r.epoch AND (knew > coalesce(d.acked, 0) OR life > r.epoch
      OR (p_told ->> 'news')::xid8 > pg_snapshot_xmax(pg_current_snapshot()));
    IF was_put_back THEN
      UPDATE team.release x SET epoch = greatest(x.epoch, life) + 1, epoch_at = clock_timestamp() RETURNING * INTO r;
      INSERT INTO team.act (desk_id, act, detail) VALUES (p_desk, 'put-back', jsonb_build_object('epoch', r.epoch));
    END IF;
    -- Another start: what was let go to the last one and did not leave waits again. Which ones did is known once all is told: until then
    -- they stand as they stood, or a colleague would send in between what has left.
    IF d.mark <> spoke AND top <= d.acked THEN
      UPDATE team.item i SET state = 'queued', at = clock_timestamp(), changed = pg_current_xact_id()
        WHERE i.desk_id = p_desk AND i.state = 'leaving';
    END IF;
    INSERT INTO team.desk AS x (id, clerk, label, balie, mark, seen_at, hello_epoch, epoch, wants, started_at)
      VALUES (p_desk, session_user, left(coalesce(p_told ->> 'label', ''), 100), left(coalesce(p_told ->> 'balie', ''), 50), spoke, clock_timestamp(), r.epoch,
        CASE WHEN top = 0 OR (knew = 0 AND life = 0) THEN r.epoch ELSE r.epoch - 1 END, top, clock_timestamp())
      ON CONFLICT (id) DO UPDATE SET seen_at = clock_timestamp(), label = excluded.label, balie = excluded.balie, mark = excluded.mark,
        started_at = CASE WHEN x.mark <> excluded.mark THEN excluded.started_at ELSE x.started_at END,
        settles = CASE WHEN x.mark = excluded.mark THEN x.settles WHEN top > x.acked THEN top END,
        wants = CASE WHEN x.epoch < r.epoch THEN top ELSE x.wants END, hello_epoch = r.epoch,
        epoch = CASE WHEN x.epoch < r.epoch AND x.acked >= top THEN r.epoch ELSE x.epoch END
      RETURNING * INTO d;
    RETURN jsonb_build_object('acked', d.acked, 'epoch', r.epoch, 'isTold', d.epoch = r.epoch,
      'leaseMs', (extract(epoch FROM r.lease) * 1000)::int, 'news', pg_snapshot_xmin(pg_current_snapshot()),
      'clerk', session_user, 'display', team.display(session_user), 'untold', team.untold_words(),
      'accounts', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'vendor', a.vendor, 'origin', a.origin, 'identity', a.identity,
          'name', a.name, 'settings', a.settings, 'keepDays', a.keep_days, 'manager', m.manager) ORDER BY a.id), '[]')
        FROM team.account a JOIN team.member m ON m.account_id = a.id AND m.clerk = session_user));
  END $$;

  CREATE FUNCTION team.untold_words() RETURNS jsonb LANGUAGE sql STABLE ${inner} AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'clerk', team.display(d.clerk), 'label', d.label, 'seenAt', d.seen_at) ORDER BY d.clerk, d.id), '[]')
    FROM team.untold() d $$;

  -- What desks were sending that fell silent just now, or so long ago that it may be decided: nothing changed, and it reads otherwise.
  CREATE FUNCTION team.fell_silent(p_desk uuid, p_mine int[]) RETURNS SETOF uuid LANGUAGE sql STABLE ${inner} AS $$
    SELECT i.id FROM team.release r, team.desk d JOIN team.item i ON i.desk_id = d.id AND i.state = 'leaving'
    WHERE d.id <> p_desk AND i.account_id = ANY (p_mine) AND (
      clock_timestamp() - d.seen_at BETWEEN r.lease AND r.lease + interval '25 s'
      OR clock_timestamp() - d.seen_at BETWEEN r.silence AND r.silence + interval '25 s') LIMIT 201 $$;

  -- 2. Every ten seconds: I live. Answers what changed since the last answer; it never skips a row, and may tell one twice.
  CREATE FUNCTION team.pulse(p_desk uuid, p_epoch int, p_news xid8) RETURNS jsonb ${asOwner} AS $$
  DECLARE mine int[] := team.my_accounts(); since xid8 := coalesce(p_news, '0'::xid8);
  BEGIN
    PERFORM team.touch(p_desk, p_epoch, p_news);
    RETURN jsonb_build_object('news', pg_snapshot_xmin(pg_current_snapshot()),
      'acked', (SELECT d.acked FROM team.desk d WHERE d.id = p_desk),
      'changed', (SELECT coalesce(jsonb_agg(n.id), '[]') FROM ((SELECT i.id FROM team.item i
        WHERE i.changed >= since AND i.account_id = ANY (mine) AND i.desk_id <> p_desk LIMIT 201)
        UNION SELECT s FROM team.fell_silent(p_desk, mine) s) n),
      'drafts', EXISTS (SELECT FROM team.draft f WHERE f.changed >= since AND f.account_id = ANY (mine) AND f.holder <> p_desk),
      'decided', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'state', i.state, 'try', i.try, 'by', team.display(i.decided_by),
          'number', i.vendor_number)), '[]')
        FROM team.item i WHERE i.changed >= since AND i.desk_id = p_desk AND i.decided_by IS NOT NULL AND i.account_id = ANY (mine)),
      'untold', CASE WHEN EXISTS (SELECT FROM team.untold()) THEN team.untold_words() ELSE '[]' END);
  END $$;
`
