-- SPDX-License-Identifier: GPL-3.0-or-later
-- The centre's ledger. Entries are never changed or removed (triggers); everything else is projected from them,
-- or is about devices and people. Columns named *_sealed are sealed with the centre's key, bound to their place.

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE person (
    id          TEXT PRIMARY KEY,
    name_sealed BLOB NOT NULL,
    roles       INTEGER NOT NULL,
    keys        BLOB NOT NULL,      -- canonical JSON of record::UserKeys
    revoked_at  INTEGER
) WITHOUT ROWID;

-- One-time codes. The numbering station is promised by the code and given by its use.
CREATE TABLE enrol_code (
    code_mac          BLOB PRIMARY KEY,
    device            TEXT NOT NULL UNIQUE,
    station           TEXT NOT NULL,
    numbering_station TEXT NOT NULL,
    expires_at        INTEGER NOT NULL,
    used_at           INTEGER
) WITHOUT ROWID;

CREATE TABLE device (
    id                TEXT PRIMARY KEY,
    station           TEXT NOT NULL,
    numbering_station TEXT NOT NULL UNIQUE,  -- never given twice
    facts             BLOB NOT NULL,         -- canonical JSON: name, os, version
    certificate       BLOB NOT NULL,         -- SHA-256
    enrolled_at       INTEGER NOT NULL,
    revoked_at        INTEGER,
    last_seq          INTEGER NOT NULL DEFAULT 0,
    last_hash         BLOB NOT NULL,
    last_at           INTEGER NOT NULL DEFAULT 0,
    mac_key_sealed    BLOB NOT NULL,         -- k_{last_seq}
    escrow_wrap       BLOB NOT NULL          -- canonical JSON of record::KeyWrap
) WITHOUT ROWID;

-- Accepted and conflicting entries in the order of the centre.
CREATE TABLE entry (
    ord         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    device      TEXT NOT NULL REFERENCES device(id),
    seq         INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    case_number TEXT,
    received_at INTEGER NOT NULL,
    header      BLOB NOT NULL,
    body_hash   BLOB NOT NULL,
    prev        BLOB NOT NULL,
    hash        BLOB NOT NULL,
    mac         BLOB NOT NULL,
    outcome     TEXT NOT NULL CHECK (outcome IN ('accepted', 'conflict')),
    reason      TEXT NOT NULL,
    flags       TEXT NOT NULL,               -- keys with blanks between
    UNIQUE (device, seq)
);
CREATE INDEX entry_case ON entry (case_number, ord) WHERE case_number IS NOT NULL;
CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END;

CREATE TABLE entry_body (
    entry       TEXT PRIMARY KEY REFERENCES entry(id),
    body_sealed BLOB NOT NULL
) WITHOUT ROWID;
CREATE TRIGGER entry_body_no_update BEFORE UPDATE ON entry_body BEGIN SELECT RAISE(ABORT, 'bodies are never changed'); END;

-- What could not be an entry keeps its place in the device's sequence, and is kept as evidence.
CREATE TABLE refused (
    device      TEXT NOT NULL,
    seq         INTEGER NOT NULL,
    id          TEXT NOT NULL,
    hash        BLOB NOT NULL,
    reason      TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    wire_sealed BLOB NOT NULL,
    PRIMARY KEY (device, seq)
) WITHOUT ROWID;

-- Conflicts a resolve entry has settled.
CREATE TABLE settled (
    entry    TEXT PRIMARY KEY REFERENCES entry(id),
    resolved_by TEXT NOT NULL REFERENCES entry(id)
) WITHOUT ROWID;

CREATE TABLE entry_blob (
    entry TEXT NOT NULL REFERENCES entry(id),
    blob  TEXT NOT NULL,
    size  INTEGER NOT NULL,
    PRIMARY KEY (entry, blob)
) WITHOUT ROWID;

-- Blobs that lie whole in the store. content_mac is keyed: the plain hash of a paper says too much.
CREATE TABLE blob (
    id          TEXT PRIMARY KEY,
    size        INTEGER NOT NULL,
    content_mac BLOB NOT NULL,
    device      TEXT NOT NULL,
    stored_at   INTEGER NOT NULL
) WITHOUT ROWID;

-- Projection of the accepted entries of each case.
CREATE TABLE case_file (
    number        TEXT PRIMARY KEY,
    state         TEXT NOT NULL,
    head          TEXT NOT NULL,
    due           TEXT NOT NULL,             -- promised day, or empty
    guide         TEXT NOT NULL,
    applicant_mac BLOB NOT NULL,             -- keyed, of the identity number; empty when unknown
    last4_mac     BLOB NOT NULL              -- keyed, of number and its last four characters; empty when unknown
) WITHOUT ROWID;
CREATE INDEX case_applicant ON case_file (applicant_mac, guide);

-- Newest published version of each guide.
CREATE TABLE published_guide (
    code    TEXT PRIMARY KEY,
    version INTEGER NOT NULL
) WITHOUT ROWID;

-- What waits for the chief: an entry with a flag, or in conflict.
CREATE TABLE task (
    id          INTEGER PRIMARY KEY,
    entry       TEXT NOT NULL REFERENCES entry(id),
    case_number TEXT,
    reason      TEXT NOT NULL,
    made_at     INTEGER NOT NULL,
    done_by     TEXT REFERENCES entry(id)
);
CREATE INDEX task_open ON task (case_number) WHERE done_by IS NULL;
