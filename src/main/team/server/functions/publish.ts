import { asOwner } from './header.ts'

/** What came of things. What a vendor said stands above a colleague's word; everything else stands below it. */
export const publishFunctions = /* sql */ `
  CREATE FUNCTION team.publish(p_desk uuid, p_epoch int, p_news xid8, p_items jsonb, p_after bigint, p_upto bigint)
  RETURNS jsonb ${asOwner} AS $$
  #variable_conflict use_column
  DECLARE mine int[] := team.my_accounts(); a record; d team.desk; next text; words text;
  BEGIN
    PERFORM team.too_many(p_items);
    PERFORM team.touch(p_desk, p_epoch, p_news);
    -- It forgot what was told up to there: a pooler may have reconnected by itself.
    IF p_after > (SELECT x.acked FROM team.desk x WHERE x.id = p_desk) THEN
      RAISE EXCEPTION USING ERRCODE = 'BA001', MESSAGE = 'say hello first';
    END IF;
    FOR a IN
      SELECT x.*, acc.id AS found, CASE WHEN acc.id IS NOT NULL THEN team.key_of(acc, x.kind, x.payload) END AS key
      FROM jsonb_to_recordset(p_items) AS x (id uuid, account int, kind text, payload jsonb, state text, try int, serial bigint, test bool,
        subject text, context text, excerpt text, detail jsonb, number text, made timestamptz)
      LEFT JOIN team.account acc ON acc.id = x.account AND acc.id = ANY (mine) ORDER BY 16, x.serial
    LOOP
      IF a.found IS NULL THEN RAISE insufficient_privilege USING MESSAGE = 'not your account'; END IF;
      IF EXISTS (SELECT FROM team.item i WHERE i.id = a.id AND (i.key <> a.key OR i.desk_id <> p_desk)) THEN
        -- An older life of this ledger told of it as another desk; that word stands.
        CONTINUE;
      END IF;
      words := concat_ws(E'\\n', a.subject, a.context, a.excerpt, a.number, a.detail #>> '{file,name}');
      next := a.state;
      FOR pass IN 1..2 LOOP
        BEGIN
          UPDATE team.item i SET
              state = CASE WHEN i.decided_by IS NOT NULL AND next NOT IN ('sent', 'rejected') THEN i.state ELSE next END,
              try = greatest(a.try, i.try), serial = a.serial, at = clock_timestamp(), changed = pg_current_xact_id(),
              -- One whose text was erased or is past its time gets none again, whatever a desk still has.
              subject = CASE WHEN i.subject IS NOT NULL THEN a.subject END, context = CASE WHEN i.subject IS NOT NULL THEN a.context END,
              excerpt = CASE WHEN i.subject IS NOT NULL THEN a.excerpt END, payload = CASE WHEN i.subject IS NOT NULL THEN a.payload END,
              detail = CASE WHEN i.subject IS NOT NULL THEN a.detail END, search = CASE WHEN i.subject IS NOT NULL THEN words END,
              vendor_number = CASE WHEN i.subject IS NOT NULL THEN coalesce(a.number, i.vendor_number) END
            WHERE i.id = a.id AND a.serial > i.serial;
          IF NOT EXISTS (SELECT FROM team.item i WHERE i.id = a.id) THEN
            -- Filed before the desk joined, or forgotten here: it takes the next turn.
            INSERT INTO team.item (id, account_id, key, turn, kind, state, try, serial, desk_id, clerk, test, subject, context, excerpt,
                payload, detail, vendor_number, search, made_at)
              VALUES (a.id, a.account, a.key, (SELECT coalesce(max(o.turn), 0) + 1 FROM team.item o WHERE o.key = a.key), a.kind, next,
                a.try, a.serial, p_desk, session_user, coalesce(a.test, false), a.subject, a.context, a.excerpt, a.payload, a.detail,
                a.number, words, a.made);
          END IF;
          EXIT;
        EXCEPTION WHEN unique_violation THEN
          -- A colleague took the turn, or is sending the same: then nobody knows what comes of this one.
          IF next = 'leaving' THEN next := 'unknown'; ELSIF pass = 2 THEN RAISE; END IF;
        END;
      END LOOP;
    END LOOP;
    UPDATE team.desk x SET acked = greatest(x.acked, p_upto),
        epoch = CASE WHEN greatest(x.acked, p_upto) >= x.wants THEN p_epoch ELSE x.epoch END
      WHERE x.id = p_desk RETURNING * INTO d;
    -- All that the last start knew is told: what is still being let go to that one never left.
    IF d.acked >= d.settles THEN
      UPDATE team.item i SET state = 'queued', at = clock_timestamp(), changed = pg_current_xact_id()
        WHERE i.desk_id = p_desk AND i.state = 'leaving' AND i.at < d.started_at;
      UPDATE team.desk x SET settles = NULL WHERE x.id = p_desk;
    END IF;
    RETURN jsonb_build_object('acked', d.acked, 'isTold', d.epoch = p_epoch);
  END $$;
`
