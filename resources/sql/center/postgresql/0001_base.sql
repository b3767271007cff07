-- SPDX-License-Identifier: GPL-3.0-or-later
-- The centre's ledger in PostgreSQL 15; the same tables and columns as SQLite's after its third step. Entries are
-- never changed or removed (triggers); everything else is projected from them, or is about devices and people.
-- Columns named *_sealed are sealed with the centre's key, bound to their place. No sequences, no LISTEN, no
-- advisory locks: what other databases of this dialect lack is not used.

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value BYTEA NOT NULL
);

CREATE TABLE hall (
    id                TEXT PRIMARY KEY,
    name              TEXT NOT NULL,
    escrow_id         TEXT NOT NULL,
    escrow_public_key BYTEA NOT NULL
);

-- One order each: a hall's own, and 'province'. The row is the lock that makes the order that of the commits.
CREATE TABLE topic (
    name TEXT PRIMARY KEY,
    last BIGINT NOT NULL
);
INSERT INTO topic (name, last) VALUES ('province', 0);

CREATE TABLE person (
    id          TEXT PRIMARY KEY,
    name_sealed BYTEA NOT NULL,
    roles       BIGINT NOT NULL,
    keys        BYTEA NOT NULL,
    revoked_at  BIGINT,
    hall        TEXT NOT NULL DEFAULT '',
    department  TEXT NOT NULL DEFAULT ''
);

CREATE TABLE enrol_code (
    code_mac          BYTEA PRIMARY KEY,
    device            TEXT NOT NULL UNIQUE,
    station           TEXT NOT NULL,
    numbering_station TEXT NOT NULL,
    expires_at        BIGINT NOT NULL,
    used_at           BIGINT,
    hall              TEXT NOT NULL,
    department        TEXT NOT NULL
);

CREATE TABLE device (
    id                TEXT PRIMARY KEY,
    hall              TEXT NOT NULL,
    station           TEXT NOT NULL,
    numbering_station TEXT NOT NULL,
    department        TEXT NOT NULL,
    facts             BYTEA NOT NULL,
    certificate       BYTEA NOT NULL,
    enrolled_at       BIGINT NOT NULL,
    revoked_at        BIGINT,
    last_seq          BIGINT NOT NULL DEFAULT 0,
    last_hash         BYTEA NOT NULL,
    last_at           BIGINT NOT NULL DEFAULT 0,
    mac_key_sealed    BYTEA NOT NULL,
    escrow_wrap       BYTEA NOT NULL,
    UNIQUE (hall, numbering_station)
);

CREATE TABLE entry (
    topic       TEXT NOT NULL,
    ord         BIGINT NOT NULL,
    id          TEXT NOT NULL UNIQUE,
    device      TEXT NOT NULL REFERENCES device(id),
    seq         BIGINT NOT NULL,
    kind        TEXT NOT NULL,
    case_number TEXT,
    received_at BIGINT NOT NULL,
    header      BYTEA NOT NULL,
    body_hash   BYTEA NOT NULL,
    prev        BYTEA NOT NULL,
    hash        BYTEA NOT NULL,
    mac         BYTEA NOT NULL,
    outcome     TEXT NOT NULL CHECK (outcome IN ('accepted', 'conflict')),
    reason      TEXT NOT NULL,
    flags       TEXT NOT NULL,
    widens      SMALLINT NOT NULL DEFAULT 0,
    PRIMARY KEY (topic, ord),
    UNIQUE (device, seq)
);
CREATE INDEX entry_case ON entry (case_number, ord) WHERE case_number IS NOT NULL;

CREATE TABLE entry_body (
    entry       TEXT PRIMARY KEY REFERENCES entry(id),
    body_sealed BYTEA NOT NULL
);

CREATE FUNCTION never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is never changed', TG_TABLE_NAME;
END $$;
CREATE TRIGGER entry_no_change BEFORE UPDATE OR DELETE ON entry FOR EACH ROW EXECUTE FUNCTION never_changed();
CREATE TRIGGER entry_no_truncate BEFORE TRUNCATE ON entry FOR EACH STATEMENT EXECUTE FUNCTION never_changed();
CREATE TRIGGER entry_body_no_update BEFORE UPDATE ON entry_body FOR EACH ROW EXECUTE FUNCTION never_changed();

CREATE TABLE refused (
    device      TEXT NOT NULL,
    seq         BIGINT NOT NULL,
    id          TEXT NOT NULL,
    hash        BYTEA NOT NULL,
    reason      TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    wire_sealed BYTEA NOT NULL,
    PRIMARY KEY (device, seq)
);

CREATE TABLE settled (
    entry       TEXT PRIMARY KEY REFERENCES entry(id),
    resolved_by TEXT NOT NULL REFERENCES entry(id)
);

CREATE TABLE entry_blob (
    entry TEXT NOT NULL REFERENCES entry(id),
    blob  TEXT NOT NULL,
    size  BIGINT NOT NULL,
    PRIMARY KEY (entry, blob)
);

CREATE TABLE blob (
    id          TEXT PRIMARY KEY,
    size        BIGINT NOT NULL,
    content_mac BYTEA NOT NULL,
    device      TEXT NOT NULL,
    stored_at   BIGINT NOT NULL
);

CREATE TABLE case_file (
    number         TEXT COLLATE "C" PRIMARY KEY,
    hall           TEXT NOT NULL,
    station        TEXT NOT NULL,
    department     TEXT NOT NULL,
    state          TEXT NOT NULL,
    head           TEXT NOT NULL,
    guide          TEXT NOT NULL,
    due            TEXT NOT NULL,
    answer_due     TEXT NOT NULL,
    supplement_due TEXT NOT NULL,
    in_full        SMALLINT NOT NULL,
    applicant_mac  BYTEA NOT NULL,
    last4_mac      BYTEA NOT NULL,
    summary_sealed BYTEA NOT NULL
);
CREATE INDEX case_applicant ON case_file (applicant_mac, guide);
CREATE INDEX case_answer ON case_file (hall, answer_due) WHERE answer_due <> '';
CREATE INDEX case_supplement ON case_file (hall, supplement_due) WHERE supplement_due <> '';

CREATE TABLE guide_proposal (
    entry       TEXT PRIMARY KEY REFERENCES entry(id),
    code        TEXT NOT NULL,
    version     BIGINT NOT NULL,
    sm3         BYTEA NOT NULL,
    proposed_by TEXT NOT NULL,
    proposed_at BIGINT NOT NULL,
    closed_by   TEXT REFERENCES entry(id)
);
CREATE UNIQUE INDEX guide_proposal_open ON guide_proposal (code) WHERE closed_by IS NULL;

CREATE TABLE guide_version (
    ord          BIGINT PRIMARY KEY,
    code         TEXT NOT NULL,
    version      BIGINT NOT NULL,
    sm3          BYTEA NOT NULL,
    proposal     TEXT NOT NULL REFERENCES guide_proposal(entry),
    proposed_by  TEXT NOT NULL,
    approved_by  TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    UNIQUE (code, version)
);

CREATE TABLE task (
    entry       TEXT NOT NULL REFERENCES entry(id),
    reason      TEXT NOT NULL,
    case_number TEXT,
    made_at     BIGINT NOT NULL,
    done_by     TEXT REFERENCES entry(id),
    PRIMARY KEY (entry, reason)
);
CREATE INDEX task_open ON task (case_number) WHERE done_by IS NULL;

CREATE TABLE session (
    token_mac  BYTEA PRIMARY KEY,
    person     TEXT NOT NULL,
    device     TEXT NOT NULL,
    made_at    BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX session_end ON session (expires_at);
