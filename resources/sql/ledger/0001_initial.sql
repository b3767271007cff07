-- SPDX-License-Identifier: GPL-3.0-or-later
-- The ledger of one device. Times are UTC milliseconds, days are days since 1970-01-01 in UTC+8.
-- Columns named sealed* are ciphertext bound to table, row and column; nothing personal lies outside them.

-- Own headers, as hashed. What is copied into columns is checked against the header by verify.
CREATE TABLE entry (
    seq       INTEGER PRIMARY KEY CHECK (seq > 0),
    id        TEXT    NOT NULL UNIQUE CHECK (length(id) = 36),
    header    BLOB    NOT NULL,
    kind      TEXT    NOT NULL,
    case_no   TEXT,
    base      TEXT,
    at        INTEGER NOT NULL,
    body_hash BLOB    NOT NULL CHECK (length(body_hash) = 32),
    prev      BLOB    NOT NULL CHECK (length(prev) = 32),
    hash      BLOB    NOT NULL CHECK (length(hash) = 32),
    mac       BLOB    NOT NULL CHECK (length(mac) = 32)
) STRICT;
CREATE INDEX entry_case ON entry (case_no, seq) WHERE case_no IS NOT NULL;
CREATE INDEX entry_kind ON entry (kind, seq);

CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry
BEGIN
    SELECT RAISE(ABORT, 'an entry is never changed');
END;
CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry
BEGIN
    SELECT RAISE(ABORT, 'an entry is never deleted');
END;
-- Without gaps, and nothing is put in between.
CREATE TRIGGER entry_next BEFORE INSERT ON entry
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM entry)
BEGIN
    SELECT RAISE(ABORT, 'an entry takes the next number');
END;

CREATE TABLE entry_body (
    seq    INTEGER PRIMARY KEY REFERENCES entry (seq),
    sealed BLOB    NOT NULL
) STRICT;

-- What the centre said of an own entry. `sealed` repeats every column, so that an edit shows.
CREATE TABLE outcome (
    seq    INTEGER PRIMARY KEY REFERENCES entry (seq),
    state  TEXT    NOT NULL CHECK (state IN ('accepted', 'conflict', 'rejected')),
    ord    INTEGER,
    sealed BLOB    NOT NULL
) STRICT;
CREATE INDEX outcome_state ON outcome (state, seq);

-- Latest signed (seq, hash) of the centre: what lies before it cannot be rewritten without it showing.
CREATE TABLE receipt (
    seq       INTEGER PRIMARY KEY,
    hash      BLOB    NOT NULL CHECK (length(hash) = 32),
    at        INTEGER NOT NULL,
    signature BLOB    NOT NULL
) STRICT;

-- A body may go only when the centre has it and a forget entry, own or from the feed, names it.
CREATE TABLE forgotten (
    seq INTEGER PRIMARY KEY REFERENCES entry (seq),
    by  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- Entries of other devices, from the feed; a later delivery replaces an earlier one (a body may come or go).
CREATE TABLE foreign_entry (
    id      TEXT    PRIMARY KEY CHECK (length(id) = 36),
    device  TEXT    NOT NULL,
    seq     INTEGER NOT NULL CHECK (seq > 0),
    header  BLOB    NOT NULL,
    kind    TEXT    NOT NULL,
    case_no TEXT,
    base    TEXT,
    at      INTEGER NOT NULL,
    hash    BLOB    NOT NULL CHECK (length(hash) = 32),
    state   TEXT    NOT NULL CHECK (state IN ('accepted', 'conflict')),
    ord     INTEGER NOT NULL,
    sealed  BLOB    NOT NULL,
    UNIQUE (device, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX foreign_case ON foreign_entry (case_no, ord) WHERE case_no IS NOT NULL;
CREATE INDEX foreign_kind ON foreign_entry (kind, ord);

CREATE TRIGGER forgotten_needs_entry BEFORE INSERT ON forgotten
WHEN NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.by AND kind = 'forget')
 AND NOT EXISTS (SELECT 1 FROM foreign_entry WHERE id = NEW.by AND kind = 'forget' AND state = 'accepted')
BEGIN
    SELECT RAISE(ABORT, 'only a forget entry lets a body go');
END;
CREATE TRIGGER forgotten_no_update BEFORE UPDATE ON forgotten
BEGIN
    SELECT RAISE(ABORT, 'forgetting is not changed');
END;
CREATE TRIGGER forgotten_no_delete BEFORE DELETE ON forgotten
BEGIN
    SELECT RAISE(ABORT, 'forgetting is not undone');
END;
CREATE TRIGGER entry_body_no_update BEFORE UPDATE ON entry_body
BEGIN
    SELECT RAISE(ABORT, 'a body is never changed');
END;
CREATE TRIGGER entry_body_no_delete BEFORE DELETE ON entry_body
WHEN NOT EXISTS (SELECT 1 FROM outcome WHERE seq = OLD.seq AND state = 'accepted')
  OR NOT EXISTS (SELECT 1 FROM forgotten WHERE seq = OLD.seq)
BEGIN
    SELECT RAISE(ABORT, 'a body stays until it is settled and forgotten');
END;

-- Projections: dropped and rebuilt from entries, bodies and outcomes at any time.
CREATE TABLE case_head (
    row         INTEGER PRIMARY KEY,
    number      TEXT    NOT NULL UNIQUE,
    item        TEXT    NOT NULL,
    guide       INTEGER NOT NULL,
    station     TEXT    NOT NULL,
    state       TEXT    NOT NULL,
    received    INTEGER NOT NULL,
    answer_due    INTEGER,
    promised_due  INTEGER,
    statutory_due INTEGER,
    head        TEXT    NOT NULL,
    head_at     INTEGER NOT NULL,
    opened_by   TEXT    NOT NULL,
    pending     INTEGER NOT NULL,
    conflicts   INTEGER NOT NULL,
    rejected    INTEGER NOT NULL,
    flags       TEXT    NOT NULL,
    sealed      BLOB    NOT NULL
) STRICT;
CREATE INDEX case_received ON case_head (received DESC, number DESC);
CREATE INDEX case_state ON case_head (state, received DESC);
CREATE INDEX case_promised ON case_head (promised_due) WHERE promised_due IS NOT NULL;
CREATE INDEX case_pending ON case_head (pending) WHERE pending > 0;

CREATE TABLE paper (
    number    TEXT    PRIMARY KEY,
    kind      TEXT    NOT NULL,
    case_no   TEXT    NOT NULL,
    decided   INTEGER NOT NULL,
    paper_seq INTEGER,
    blob      TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX paper_case ON paper (case_no);
CREATE INDEX paper_open ON paper (decided) WHERE paper_seq IS NULL;

CREATE TABLE serial (
    series TEXT    PRIMARY KEY,
    last   INTEGER NOT NULL CHECK (last > 0)
) STRICT, WITHOUT ROWID;

-- Work not yet done (暂存); never leaves the device.
CREATE TABLE draft (
    id      TEXT    PRIMARY KEY,
    version INTEGER NOT NULL,
    saved   INTEGER NOT NULL,
    actor   TEXT    NOT NULL,
    sealed  BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE blob (
    id          TEXT    PRIMARY KEY CHECK (length(id) = 64),
    plain_size  INTEGER NOT NULL,
    sealed_size INTEGER NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('stored', 'uploaded')),
    added       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_state ON blob (state, added);

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Who can open this device: key pair (private half sealed by the password) and the master key wrapped to it.
CREATE TABLE wrap (
    user        TEXT PRIMARY KEY,
    keys        BLOB NOT NULL,
    master_wrap BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Wrong passwords. Time served is counted by the monotonic clock, so that setting the clock changes nothing.
CREATE TABLE lockout (
    user   TEXT    PRIMARY KEY,
    wrong  INTEGER NOT NULL,
    served INTEGER NOT NULL,
    boot   TEXT    NOT NULL,
    tick   INTEGER NOT NULL,
    at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    id     TEXT    PRIMARY KEY,
    active INTEGER NOT NULL,
    sealed BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE feed (
    topic  TEXT PRIMARY KEY,
    epoch  TEXT NOT NULL,
    cursor TEXT NOT NULL
) STRICT, WITHOUT ROWID;
