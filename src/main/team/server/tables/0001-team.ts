/**
 * What a team shares. Clerks have no right on any of these: functions are all that they can call.
 *
 * `item` is the chain of what was done to one thing, by a keyed hash of what it is about: who may leave is decided by its two unique
 * indexes and by nothing else. Time is the server's; `changed` is the transaction that changed a row last, so that a desk asks for
 * news without a clock.
 * @param trigrams the schema that pg_trgm lives in
 */
export const team = (trigrams: string): string => /* sql */ `
  -- Which APIs are served: a desk works with any version in [oldest, newest]. The epoch grows when this database was put back.
  CREATE TABLE team.release (
    one bool PRIMARY KEY DEFAULT true CHECK (one),
    newest int NOT NULL,
    oldest int NOT NULL,
    lease interval NOT NULL DEFAULT '60 s',
    silence interval NOT NULL DEFAULT '5 min',
    -- After a start of the server: desks that were connected say hello again, and tell what is under way, before anything is let go.
    grace interval NOT NULL DEFAULT '30 s',
    epoch int NOT NULL DEFAULT 1,
    epoch_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    swept_at timestamptz NOT NULL DEFAULT '-infinity'
  );
  INSERT INTO team.release (newest, oldest) VALUES (1, 1);

  -- The two halves of an HMAC's key (RFC 2104): with them alone can anybody tell which invoice a hash is of.
  CREATE TABLE team.secret (
    one bool PRIMARY KEY DEFAULT true CHECK (one),
    inner_pad bytea NOT NULL CHECK (length(inner_pad) = 64),
    outer_pad bytea NOT NULL CHECK (length(outer_pad) = 64)
  );

  -- Kinds of items, each with the expression that says what it is about. A kind that was told once never changes it.
  CREATE TABLE team.kind (
    kind text PRIMARY KEY,
    vendor text NOT NULL,
    key_sql text NOT NULL
  );

  CREATE TABLE team.clerk (
    clerk name PRIMARY KEY,
    display text NOT NULL,
    added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    removed_at timestamptz
  );

  -- A merchant's account at a vendor. Its key is each clerk's own and never here. Counts per clerk are a works council's matter.
  CREATE TABLE team.account (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    vendor text NOT NULL,
    origin text NOT NULL,
    identity text NOT NULL DEFAULT '',
    name text NOT NULL,
    settings jsonb NOT NULL DEFAULT '{}',
    keep_days int NOT NULL DEFAULT 730 CHECK (keep_days >= 30),
    counts bool NOT NULL DEFAULT false,
    UNIQUE (vendor, origin, identity)
  );
  CREATE TABLE team.member (
    clerk name NOT NULL REFERENCES team.clerk,
    account_id int NOT NULL REFERENCES team.account,
    manager bool NOT NULL DEFAULT false,
    PRIMARY KEY (clerk, account_id)
  );

  -- One installed Balie. 'acked' is how far its ledger has arrived here, 'mark' the start of it that spoke last.
  CREATE TABLE team.desk (
    id uuid PRIMARY KEY,
    clerk name NOT NULL REFERENCES team.clerk,
    label text NOT NULL,
    balie text NOT NULL,
    mark text NOT NULL,
    seen_at timestamptz NOT NULL,
    acked bigint NOT NULL DEFAULT 0,
    wants bigint NOT NULL DEFAULT 0,
    hello_epoch int NOT NULL,
    epoch int NOT NULL,
    retired bool NOT NULL DEFAULT false
  ) WITH (fillfactor = 50);

  CREATE TABLE team.item (
    seq bigint GENERATED ALWAYS AS IDENTITY,
    id uuid PRIMARY KEY,
    account_id int NOT NULL REFERENCES team.account,
    key bytea NOT NULL CHECK (length(key) = 32),
    turn int NOT NULL CHECK (turn > 0),
    -- How far the chain had come when it was let go: all of that its clerk knew of, or was shown.
    seen int NOT NULL DEFAULT 0,
    kind text NOT NULL REFERENCES team.kind,
    state text NOT NULL CHECK (state IN ('leaving', 'queued', 'held', 'sent', 'rejected', 'unknown', 'withdrawn', 'closed')),
    try int NOT NULL,
    serial bigint NOT NULL DEFAULT 0,
    desk_id uuid NOT NULL REFERENCES team.desk,
    clerk name NOT NULL,
    decided_by name,
    test bool NOT NULL DEFAULT false,
    subject text,
    context text,
    excerpt text,
    payload jsonb,
    detail jsonb,
    vendor_number text,
    search text,
    made_at timestamptz,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    changed xid8 NOT NULL DEFAULT pg_current_xact_id(),
    CONSTRAINT item_turn UNIQUE (key, turn)
  );
  CREATE UNIQUE INDEX item_one_leaving ON team.item (key) WHERE state = 'leaving';
  CREATE UNIQUE INDEX item_seq ON team.item (seq);
  CREATE INDEX item_account ON team.item (account_id, at) INCLUDE (clerk, kind, state);
  CREATE INDEX item_open ON team.item (account_id, seq) WHERE state IN ('leaving', 'queued', 'held', 'unknown');
  CREATE INDEX item_desk_open ON team.item (desk_id) WHERE state IN ('leaving', 'queued', 'held');
  CREATE INDEX item_changed ON team.item (changed);
  CREATE INDEX item_search ON team.item USING gin (search ${trigrams}.gin_trgm_ops) WHERE search IS NOT NULL;

  -- A draft that its desk mirrors here: one holder at a time; 'fence' grows when it changes hands.
  CREATE TABLE team.draft (
    id uuid PRIMARY KEY,
    account_id int NOT NULL REFERENCES team.account,
    kind text NOT NULL,
    holder uuid NOT NULL REFERENCES team.desk,
    clerk name NOT NULL,
    fence int NOT NULL DEFAULT 1,
    revision int NOT NULL,
    subject text,
    fields jsonb NOT NULL,
    note text,
    gone bool NOT NULL DEFAULT false,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    changed xid8 NOT NULL DEFAULT pg_current_xact_id()
  );
  CREATE INDEX draft_account ON team.draft (account_id) WHERE NOT gone;
  CREATE INDEX draft_changed ON team.draft (changed);

  -- Files of a draft, the attachment and what it was made of, in pieces: none is ever whole in memory.
  CREATE TABLE team.file (
    id uuid PRIMARY KEY,
    draft_id uuid NOT NULL REFERENCES team.draft ON DELETE CASCADE,
    role text NOT NULL CHECK (role IN ('attachment', 'source')),
    place int NOT NULL DEFAULT 0,
    name text NOT NULL,
    bytes bigint NOT NULL CHECK (bytes BETWEEN 0 AND 268435456),
    sha256 text NOT NULL,
    whole bool NOT NULL DEFAULT false
  );
  CREATE INDEX file_draft ON team.file (draft_id);
  CREATE TABLE team.piece (
    file_id uuid NOT NULL REFERENCES team.file ON DELETE CASCADE,
    n int NOT NULL CHECK (n >= 0),
    bytes bytea NOT NULL CHECK (length(bytes) BETWEEN 1 AND 1048576),
    PRIMARY KEY (file_id, n)
  );
  ALTER TABLE team.piece ALTER COLUMN bytes SET STORAGE EXTERNAL;

  -- What persons did beyond sending their own: nothing of it is ever changed, and only the sweep takes it away.
  CREATE TABLE team.act (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    clerk name NOT NULL DEFAULT session_user,
    desk_id uuid,
    act text NOT NULL,
    item_id uuid,
    detail jsonb
  );
  CREATE INDEX act_item ON team.act (item_id) WHERE item_id IS NOT NULL;

  -- SECURITY: a second belt. Should somebody be granted SELECT one day, rows stay hidden all the same.
  ALTER TABLE team.item ENABLE ROW LEVEL SECURITY;
  ALTER TABLE team.draft ENABLE ROW LEVEL SECURITY;
  ALTER TABLE team.file ENABLE ROW LEVEL SECURITY;
  ALTER TABLE team.piece ENABLE ROW LEVEL SECURITY;
  ALTER TABLE team.secret ENABLE ROW LEVEL SECURITY;
`
