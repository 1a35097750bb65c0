import { asOwner, inner } from './header.ts'

const finished = `('sent', 'rejected', 'withdrawn', 'closed')`
const nothing = `subject = NULL, context = NULL, excerpt = NULL, payload = NULL, detail = NULL, vendor_number = NULL, search = NULL, changed = pg_current_xact_id()`

/** What a manager of an account may do, and what retention does once for the team. The chain (key, turn, state) stays, the person goes. */
export const managingFunctions = /* sql */ `
  CREATE FUNCTION team.manages(p_account int) RETURNS bool LANGUAGE sql STABLE ${inner} AS $$
    SELECT EXISTS (SELECT FROM team.member m WHERE m.account_id = p_account AND m.clerk = session_user AND m.manager) $$;

  -- A person asks to be forgotten (AVG art. 17), on record.
  CREATE FUNCTION team.erase(p_item uuid) RETURNS bool ${asOwner} AS $$
  BEGIN
    UPDATE team.item i SET ${nothing} WHERE i.id = p_item AND team.manages(i.account_id) AND i.state IN ${finished};
    IF NOT FOUND THEN RETURN false; END IF;
    UPDATE team.act x SET detail = x.detail - 'number' WHERE x.item_id = p_item;
    INSERT INTO team.act (act, item_id) VALUES ('erase', p_item);
    RETURN true;
  END $$;

  -- A person was erased from a desk's own items: what it knows besides their text is how they ended. May be repeated; on record once.
  CREATE FUNCTION team.forget(p_desk uuid, p_epoch int, p_news xid8, p_items jsonb) RETURNS int ${asOwner} AS $$
  DECLARE a record; had bool; n int := 0;
  BEGIN
    PERFORM team.too_many(p_items);
    PERFORM team.touch(p_desk, p_epoch, p_news);
    FOR a IN SELECT x.* FROM jsonb_to_recordset(p_items) AS x (id uuid, state text, serial bigint) ORDER BY 1 LOOP
      IF a.state IS NULL OR a.state NOT IN ${finished} THEN RAISE invalid_parameter_value USING MESSAGE = 'it is still open'; END IF;
      SELECT i.subject IS NOT NULL INTO had FROM team.item i
        WHERE i.id = a.id AND i.desk_id = p_desk AND i.account_id = ANY (team.my_accounts()) FOR UPDATE;
      CONTINUE WHEN NOT FOUND;
      UPDATE team.item i SET ${nothing}, serial = greatest(i.serial, a.serial),
          state = CASE WHEN a.serial > i.serial AND (i.decided_by IS NULL OR a.state IN ('sent', 'rejected')) THEN a.state ELSE i.state END
        WHERE i.id = a.id;
      IF had THEN
        UPDATE team.act x SET detail = x.detail - 'number' WHERE x.item_id = a.id;
        INSERT INTO team.act (desk_id, act, item_id) VALUES (p_desk, 'erase', a.id);
        n := n + 1;
      END IF;
    END LOOP;
    RETURN n;
  END $$;

  CREATE FUNCTION team.erase_draft(p_draft uuid) RETURNS bool ${asOwner} AS $$
  BEGIN
    UPDATE team.draft d SET gone = true, fields = '{}', subject = NULL, note = NULL, fence = d.fence + 1, changed = pg_current_xact_id()
      WHERE d.id = p_draft AND team.manages(d.account_id);
    IF NOT FOUND THEN RETURN false; END IF;
    DELETE FROM team.file f WHERE f.draft_id = p_draft;
    INSERT INTO team.act (act, item_id) VALUES ('erase', p_draft);
    RETURN true;
  END $$;

  -- Whichever desk asks first in a day does it, a piece at a time; answers how much it did, and 0 where it is done.
  CREATE FUNCTION team.sweep(p_rows int) RETURNS int ${asOwner} AS $$
  DECLARE n int; more int; most int := greatest(1, least(coalesce(p_rows, 500), 5000));
  BEGIN
    IF NOT EXISTS (SELECT FROM team.release WHERE swept_at < clock_timestamp() - interval '1 day') THEN RETURN 0; END IF;
    -- One that a colleague ended was perhaps never told of: what it was reserved with goes all the same. So does what nobody ever decided
    -- about, and what a desk had open that nobody has seen since.
    WITH swept AS (UPDATE team.item i SET ${nothing} WHERE i.id IN (SELECT x.id FROM team.item x JOIN team.account a ON a.id = x.account_id
        WHERE (x.search IS NOT NULL OR x.subject IS NOT NULL) AND x.at < clock_timestamp() - make_interval(days => a.keep_days)
          AND (x.state IN ${finished} OR x.state = 'unknown' OR NOT team.is_live(x.desk_id)) LIMIT most FOR UPDATE OF x SKIP LOCKED) RETURNING i.id),
      said AS (UPDATE team.act x SET detail = x.detail - 'number' FROM swept s WHERE x.item_id = s.id)
      SELECT count(*) INTO n FROM swept;
    IF n > 0 THEN INSERT INTO team.act (act, detail) VALUES ('sweep', jsonb_build_object('items', n)); END IF;
    UPDATE team.draft d SET gone = true, fields = '{}', subject = NULL, note = NULL, fence = d.fence + 1, changed = pg_current_xact_id()
      FROM team.account a WHERE a.id = d.account_id AND NOT d.gone AND d.at < clock_timestamp() - make_interval(days => a.keep_days);
    GET DIAGNOSTICS more = ROW_COUNT; n := n + more;
    DELETE FROM team.file f USING team.draft d WHERE d.id = f.draft_id AND d.gone;
    GET DIAGNOSTICS more = ROW_COUNT; n := n + more;
    DELETE FROM team.draft d WHERE d.gone AND d.at < clock_timestamp() - interval '90 days';
    GET DIAGNOSTICS more = ROW_COUNT; n := n + more;
    DELETE FROM team.act x WHERE x.at < clock_timestamp() - make_interval(days => (SELECT coalesce(max(a.keep_days), 730) FROM team.account a));
    GET DIAGNOSTICS more = ROW_COUNT; n := n + more;
    IF n = 0 THEN UPDATE team.release SET swept_at = clock_timestamp(); END IF;
    RETURN n;
  END $$;

  -- After the database was put back: go on without a desk that does not come. What it had open nobody can know.
  CREATE FUNCTION team.go_on_without(p_desk uuid) RETURNS bool ${asOwner} AS $$
  DECLARE r team.release;
  BEGIN
    SELECT * INTO r FROM team.release;
    IF NOT EXISTS (SELECT FROM team.member m WHERE m.clerk = session_user AND m.manager AND m.account_id IN
        (SELECT x.account_id FROM team.member x JOIN team.desk d ON d.clerk = x.clerk WHERE d.id = p_desk)) THEN
      RAISE insufficient_privilege USING MESSAGE = 'managers alone';
    END IF;
    UPDATE team.desk d SET epoch = r.epoch WHERE d.id = p_desk AND d.epoch < r.epoch;
    IF NOT FOUND THEN RETURN false; END IF;
    PERFORM team.give_up(p_desk);
    INSERT INTO team.act (desk_id, act) VALUES (p_desk, 'go-on-without');
    RETURN true;
  END $$;
  CREATE FUNCTION team.give_up(p_desk uuid) RETURNS void LANGUAGE sql ${inner} AS $$
    UPDATE team.item SET state = 'unknown', at = clock_timestamp(), changed = pg_current_xact_id()
      WHERE desk_id = p_desk AND state IN ('leaving', 'queued', 'held') $$;
`
