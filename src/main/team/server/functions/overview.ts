import { asOwner, inner } from './header.ts'

/** By when an item was made, as history's own filters have it. */
const made = 'coalesce(i.made_at, i.at)'
const seen = `CASE WHEN i.state = 'leaving' THEN team.seen_state(i) ELSE i.state END`

/** What a team did in a period, for the managers of its accounts: figures alone, and of clerks only where that was switched on. */
export const overviewFunctions = /* sql */ `
  -- Days or months: each begins where the one before ends.
  CREATE FUNCTION team.assert_edges(p_edges timestamptz[]) RETURNS void LANGUAGE plpgsql IMMUTABLE ${inner} AS $$
  BEGIN
    IF coalesce(array_ndims(p_edges), 0) <> 1 OR cardinality(p_edges) NOT BETWEEN 2 AND 40 OR array_position(p_edges, NULL) IS NOT NULL
      OR p_edges <> ARRAY(SELECT DISTINCT e FROM unnest(p_edges) e ORDER BY e) THEN
      RAISE invalid_parameter_value USING MESSAGE = 'two to forty moments in order';
    END IF;
  END $$;

  CREATE FUNCTION team.period_counts(p_accounts int[], p_edges timestamptz[]) RETURNS jsonb LANGUAGE sql STABLE ${inner} AS $$
    SELECT coalesce(jsonb_agg(to_jsonb(g)), '[]') FROM (
      SELECT i.account_id AS account, i.kind, ${seen} AS state, CASE WHEN a.counts THEN i.clerk END AS clerk,
        CASE WHEN a.counts THEN team.display(i.clerk) END AS display, width_bucket(${made}, p_edges) - 1 AS slot, count(*) AS n
      FROM team.item i JOIN team.account a ON a.id = i.account_id
      WHERE i.account_id = ANY (p_accounts) AND NOT i.test AND ${made} >= p_edges[1] AND ${made} < p_edges[cardinality(p_edges)]
      GROUP BY i.account_id, i.kind, 3, CASE WHEN a.counts THEN i.clerk END, 5, 6) g $$;

  -- Two periods beside each other, and what waits now: all in one look.
  CREATE FUNCTION team.overview(p_accounts int[], p_current timestamptz[], p_earlier timestamptz[], p_until timestamptz) RETURNS jsonb ${asOwner} STABLE AS $$
  DECLARE mine int[] := ARRAY(SELECT DISTINCT a FROM unnest(p_accounts) a WHERE team.manages(a));
  BEGIN
    PERFORM team.assert_edges(p_current), team.assert_edges(p_earlier);
    RETURN jsonb_build_object(
      'current', team.period_counts(mine, p_current),
      'earlier', team.period_counts(mine, p_earlier),
      'soFar', (SELECT count(*) FROM team.item i WHERE i.account_id = ANY (mine) AND NOT i.test AND ${made} >= p_earlier[1] AND ${made} < p_until),
      'waiting', (SELECT coalesce(jsonb_agg(to_jsonb(g)), '[]') FROM (
        SELECT ${seen} AS state, count(*) AS n, min(${made}) AS since FROM team.item i
        WHERE i.account_id = ANY (mine) AND NOT i.test AND i.state IN ('leaving', 'queued', 'held', 'unknown') GROUP BY 1) g),
      'counted', (SELECT coalesce(jsonb_agg(a.id), '[]') FROM team.account a WHERE a.id = ANY (mine) AND a.counts));
  END $$;
`
