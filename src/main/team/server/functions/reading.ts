import { asOwner, counted } from './header.ts'

/** What a clerk may read: items of her own accounts, and nothing of any other. */
export const readingFunctions = /* sql */ `
  -- The newest item of each of these that may have arrived or still will, by colleagues and by the desk itself.
  CREATE FUNCTION team.newest(p_desk uuid, p_items jsonb) RETURNS TABLE (n int, turn int, item jsonb) ${asOwner} AS $$
  #variable_conflict use_column
  DECLARE mine int[] := team.my_accounts(); a record; o team.item;
  BEGIN
    PERFORM team.too_many(p_items);
    FOR a IN
      SELECT x.n, team.key_of(acc, x.kind, x.payload) AS key
      FROM jsonb_to_recordset(p_items) AS x (n int, account int, kind text, payload jsonb)
      JOIN team.account acc ON acc.id = x.account AND acc.id = ANY (mine)
    LOOP
      SELECT * INTO o FROM team.item i WHERE i.key = a.key AND i.state IN ${counted} ORDER BY i.turn DESC LIMIT 1;
      IF FOUND THEN
        n := a.n; turn := o.turn; item := team.words_of(o) || jsonb_build_object('mine', o.desk_id IS NOT DISTINCT FROM p_desk);
        RETURN NEXT;
      END IF;
    END LOOP;
  END $$;

  -- A page of the team's history, newest first, by key. Planned for the words at hand: a rare word uses the index, a common one the order.
  CREATE FUNCTION team.history(p_search text, p_accounts int[], p_kinds text[], p_states text[], p_clerk name, p_from timestamptz,
    p_until timestamptz, p_test bool, p_before bigint, p_limit int)
  RETURNS TABLE (seq bigint, item jsonb) ${asOwner} STABLE AS $$
  DECLARE mine int[] := team.my_accounts(); words text := btrim(coalesce(p_search, '')); cond text := '';
  BEGIN
    IF p_accounts IS NOT NULL THEN mine := ARRAY(SELECT unnest(mine) INTERSECT SELECT unnest(p_accounts)); END IF;
    IF words <> '' THEN
      -- Two letters have no index: they would read all that there is.
      IF length(words) < 3 THEN RAISE invalid_parameter_value USING MESSAGE = 'three letters or more'; END IF;
      cond := format(' AND i.search IS NOT NULL AND i.search ILIKE %L', '%' || regexp_replace(left(words, 200), '([\\\\%_])', '\\\\\\1', 'g') || '%');
    END IF;
    IF p_kinds IS NOT NULL THEN cond := cond || format(' AND i.kind = ANY (%L::text[])', p_kinds); END IF;
    IF p_states IS NOT NULL THEN
      cond := cond || format(' AND i.state = ANY (%L::text[]) AND team.seen_state(i) = ANY (%L::text[])',
        CASE WHEN 'unknown' = ANY (p_states) THEN p_states || 'leaving'::text ELSE p_states END, p_states);
    END IF;
    IF p_from IS NOT NULL THEN cond := cond || format(' AND coalesce(i.made_at, i.at) >= %L', p_from); END IF;
    IF p_until IS NOT NULL THEN cond := cond || format(' AND coalesce(i.made_at, i.at) < %L', p_until); END IF;
    IF p_test IS NOT NULL THEN cond := cond || format(' AND i.test = %L', p_test); END IF;
    IF p_clerk IS NOT NULL THEN cond := cond || format(' AND i.clerk = %L', p_clerk); END IF;
    RETURN QUERY EXECUTE format($q$
      SELECT i.seq, jsonb_build_object('id', i.id, 'kind', i.kind, 'account', i.account_id, 'desk', i.desk_id, 'state', team.seen_state(i),
        'clerk', i.clerk, 'display', team.display(i.clerk), 'subject', i.subject, 'context', i.context, 'excerpt', i.excerpt, 'test', i.test,
        'number', i.vendor_number, 'at', i.at, 'madeAt', i.made_at, 'try', i.try, 'decidedBy', team.display(i.decided_by))
      FROM team.item i WHERE i.account_id = ANY (%L::int[]) AND i.seq < %s %s ORDER BY i.seq DESC LIMIT %s $q$,
      mine, coalesce(p_before, 9223372036854775807), cond, greatest(1, least(coalesce(p_limit, 50), 200)));
  END $$;

  -- Who serves an account of the caller's, and who did before they left.
  CREATE FUNCTION team.colleagues() RETURNS TABLE (clerk name, display text) ${asOwner} STABLE AS $$
  #variable_conflict use_column
  DECLARE mine int[] := team.my_accounts();
  BEGIN
    RETURN QUERY SELECT c.clerk, c.display FROM team.clerk c WHERE EXISTS (SELECT FROM team.member m WHERE m.clerk = c.clerk AND m.account_id = ANY (mine))
      OR (c.removed_at IS NOT NULL AND EXISTS (SELECT FROM team.item i WHERE i.clerk = c.clerk AND i.account_id = ANY (mine))) ORDER BY 2, 1;
  END $$;

  -- One item with all that is known of it, and what persons did about it.
  CREATE FUNCTION team.item(p_item uuid) RETURNS jsonb ${asOwner} STABLE AS $$
    DECLARE i team.item;
  BEGIN
    SELECT * INTO i FROM team.item o WHERE o.id = p_item AND o.account_id = ANY (team.my_accounts());
    IF NOT FOUND THEN RETURN NULL; END IF;
    RETURN team.words_of(i) || jsonb_build_object('account', i.account_id, 'login', i.clerk, 'subject', i.subject, 'context', i.context, 'test', i.test,
      'payload', i.payload, 'detail', i.detail, 'madeAt', i.made_at, 'decidedBy', team.display(i.decided_by),
      'decidableAt', CASE WHEN i.state = 'unknown' THEN i.at WHEN i.state = 'leaving' THEN
        (SELECT d.seen_at + r.silence FROM team.desk d, team.release r WHERE d.id = i.desk_id) END,
      -- By this clock, whatever a desk's says.
      'decidable', i.state = 'unknown' OR (i.state = 'leaving' AND team.is_silent(i.desk_id)),
      'acts', (SELECT coalesce(jsonb_agg(jsonb_build_object('at', x.at, 'clerk', team.display(x.clerk), 'act', x.act, 'detail', x.detail)
        ORDER BY x.seq), '[]') FROM team.act x WHERE x.item_id = i.id));
  END $$;

  -- A colleague's word on an unknown outcome, on record. Sending again is a new item that has seen this one.
  CREATE FUNCTION team.decide(p_desk uuid, p_epoch int, p_news xid8, p_item uuid, p_try int, p_word text, p_number text)
  RETURNS bool ${asOwner} AS $$
  DECLARE was text;
  BEGIN
    PERFORM team.touch(p_desk, p_epoch, p_news);
    IF p_word IS NULL OR p_word NOT IN ('arrived', 'close') THEN RAISE invalid_parameter_value USING MESSAGE = 'arrived or close'; END IF;
    UPDATE team.item i SET state = CASE p_word WHEN 'arrived' THEN 'sent' ELSE 'closed' END, decided_by = session_user,
        vendor_number = coalesce(left(p_number, 100), vendor_number), at = clock_timestamp(), changed = pg_current_xact_id()
      WHERE i.id = p_item AND i.try = p_try AND i.account_id = ANY (team.my_accounts())
        AND (i.state = 'unknown' OR (i.state = 'leaving' AND team.is_silent(i.desk_id)));
    IF FOUND THEN
      INSERT INTO team.act (desk_id, act, item_id, detail) VALUES (p_desk, p_word, p_item, jsonb_build_object('try', p_try, 'number', p_number));
      RETURN true;
    END IF;
    -- The same word again, after its answer was lost.
    SELECT x.act INTO was FROM team.act x WHERE x.item_id = p_item AND x.clerk = session_user AND x.desk_id = p_desk
      AND x.act IN ('arrived', 'close') AND x.detail ->> 'try' = p_try::text ORDER BY x.seq DESC LIMIT 1;
    RETURN was IS NOT DISTINCT FROM p_word;
  END $$;
`
