import { inner } from './header.ts'

/** A kind of item as a team's database knows it. */
export interface TeamKind {
  kind: string
  vendor: string
  /** An SQL expression over `a` (the account: origin, identity) and `p` (the payload) that makes a jsonb array of what it is about. */
  keySql: string
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/**
 * The one place that says when two items speak of the same thing. Each vendor's folder says it for its kinds; here are only the
 * branches. A kind that nobody told of raises, and so does an item that lacks a part of what it is about: a hash of nothing would
 * be the same for all of them.
 */
export const keyFunctions = (kinds: readonly TeamKind[]): string => /* sql */ `
  CREATE FUNCTION team.about(a team.account, kind text, p jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE ${inner} AS $$
  DECLARE words jsonb;
  BEGIN
    IF p IS NULL OR NOT EXISTS (SELECT FROM team.kind k WHERE k.kind = $2 AND k.vendor = a.vendor) THEN
      RAISE invalid_parameter_value USING MESSAGE = format('no such kind: %s', $2);
    END IF;
    words := CASE $2
${kinds.map(({ kind, keySql }) => `      WHEN ${quoted(kind)} THEN (${keySql})`).join('\n')}
    END;
    IF words IS NULL OR words @> '[null]' THEN RAISE invalid_parameter_value USING MESSAGE = 'it does not say what it is about'; END IF;
    RETURN words;
  END $$;

  -- HMAC-SHA-256 (RFC 2104) under the team's secret.
  CREATE FUNCTION team.key_of(a team.account, kind text, p jsonb) RETURNS bytea LANGUAGE sql STABLE ${inner} AS $$
    SELECT sha256(s.outer_pad || sha256(s.inner_pad || convert_to(team.about(a, kind, p)::text, 'UTF8'))) FROM team.secret s $$;
`
