-- SPDX-License-Identifier: GPL-3.0-or-later
-- Several halls in one centre, and feeds. Foreign keys are off while this runs and checked at its end.

CREATE TABLE hall (
    id                TEXT PRIMARY KEY,       -- "JT62"
    name              TEXT NOT NULL,
    escrow_id         TEXT NOT NULL,
    escrow_public_key BLOB NOT NULL
) WITHOUT ROWID;
INSERT INTO hall (id, name, escrow_id, escrow_public_key)
SELECT CAST(h.value AS TEXT), CAST(n.value AS TEXT), CAST(e.value AS TEXT), k.value
FROM setting h, setting n, setting e, setting k
WHERE h.key = 'hall' AND n.key = 'hall_name' AND e.key = 'escrow_id' AND k.key = 'escrow_public_key';
DELETE FROM setting WHERE key IN ('hall', 'hall_name', 'escrow_id', 'escrow_public_key');

-- One order each: a hall's own, and 'province'. The row is the lock that makes the order that of the commits.
CREATE TABLE topic (
    name TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO topic (name, last) SELECT id, (SELECT coalesce(max(ord), 0) FROM entry) FROM hall;
INSERT INTO topic (name, last) SELECT 'province', (SELECT coalesce(max(ord), 0) FROM entry);

ALTER TABLE person ADD COLUMN hall TEXT NOT NULL DEFAULT '';       -- empty: of the whole province
ALTER TABLE person ADD COLUMN department TEXT NOT NULL DEFAULT ''; -- of a reviewer
UPDATE person SET hall = coalesce((SELECT id FROM hall), '');
ALTER TABLE enrol_code ADD COLUMN hall TEXT NOT NULL DEFAULT '';
ALTER TABLE enrol_code ADD COLUMN department TEXT NOT NULL DEFAULT '';
UPDATE enrol_code SET hall = coalesce((SELECT id FROM hall), '');

CREATE TABLE device_new (
    id                TEXT PRIMARY KEY,
    hall              TEXT NOT NULL,
    station           TEXT NOT NULL,
    numbering_station TEXT NOT NULL,
    department        TEXT NOT NULL,          -- empty: a window
    facts             BLOB NOT NULL,          -- canonical JSON: name, os, version
    certificate       BLOB NOT NULL,          -- SHA-256
    enrolled_at       INTEGER NOT NULL,
    revoked_at        INTEGER,
    last_seq          INTEGER NOT NULL DEFAULT 0,
    last_hash         BLOB NOT NULL,
    last_at           INTEGER NOT NULL DEFAULT 0,
    mac_key_sealed    BLOB NOT NULL,          -- k_{last_seq}
    escrow_wrap       BLOB NOT NULL,          -- canonical JSON of record::KeyWrap
    UNIQUE (hall, numbering_station)          -- never given twice
) WITHOUT ROWID;
INSERT INTO device_new SELECT id, coalesce((SELECT id FROM hall), ''), station, numbering_station, '', facts, certificate,
    enrolled_at, revoked_at, last_seq, last_hash, last_at, mac_key_sealed, escrow_wrap FROM device;
DROP TABLE device;
ALTER TABLE device_new RENAME TO device;

CREATE TABLE entry_new (
    topic       TEXT NOT NULL,
    ord         INTEGER NOT NULL,
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
    flags       TEXT NOT NULL,                -- keys with blanks between
    widens      INTEGER NOT NULL DEFAULT 0,   -- from here on other windows get the case in full
    PRIMARY KEY (topic, ord),
    UNIQUE (device, seq)
);
INSERT INTO entry_new SELECT CASE WHEN kind = 'publish' THEN 'province' ELSE coalesce((SELECT id FROM hall), '') END, ord, id,
    device, seq, kind, case_number, received_at, header, body_hash, prev, hash, mac, outcome, reason, flags, 0 FROM entry;
DROP TABLE entry;
ALTER TABLE entry_new RENAME TO entry;
CREATE INDEX entry_case ON entry (case_number, ord) WHERE case_number IS NOT NULL;
CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END;

-- The cases so far are folded anew when the centre next serves (refreshCases): their summaries are empty.
CREATE TABLE case_new (
    number         TEXT PRIMARY KEY,
    hall           TEXT NOT NULL,
    station        TEXT NOT NULL,             -- where it was received, without the letter of a replacement
    department     TEXT NOT NULL,             -- whose step it is once accepted
    state          TEXT NOT NULL,
    head           TEXT NOT NULL,
    guide          TEXT NOT NULL,
    due            TEXT NOT NULL,             -- promised day, or empty
    answer_due     TEXT NOT NULL,             -- last day for the answer while none is given, or empty
    supplement_due TEXT NOT NULL,             -- last day to supply what a promise left out, or empty
    in_full        INTEGER NOT NULL,          -- in the working set of every window of the hall
    applicant_mac  BLOB NOT NULL,             -- keyed, of the identity number; empty when unknown
    last4_mac      BLOB NOT NULL,             -- keyed, of number and its last four characters; empty when unknown
    summary_sealed BLOB NOT NULL              -- what a list may say of it; empty when nothing is known
) WITHOUT ROWID;
INSERT INTO case_new SELECT number, coalesce((SELECT id FROM hall), ''), '', '', state, head, guide, due, '', '', 0,
    applicant_mac, last4_mac, x'' FROM case_file;
DROP TABLE case_file;
ALTER TABLE case_new RENAME TO case_file;
CREATE INDEX case_applicant ON case_file (applicant_mac, guide);
CREATE INDEX case_answer ON case_file (hall, answer_due) WHERE answer_due <> '';
CREATE INDEX case_supplement ON case_file (hall, supplement_due) WHERE supplement_due <> '';

CREATE TABLE guide_version_new (
    ord          INTEGER PRIMARY KEY,         -- of the approving entry, in the province's order
    code         TEXT NOT NULL,
    version      INTEGER NOT NULL,
    sm3          BLOB NOT NULL,
    proposal     TEXT NOT NULL REFERENCES guide_proposal(entry),
    proposed_by  TEXT NOT NULL,
    approved_by  TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    UNIQUE (code, version)
);
INSERT INTO guide_version_new SELECT * FROM guide_version;
DROP TABLE guide_version;
ALTER TABLE guide_version_new RENAME TO guide_version;

CREATE TABLE task_new (
    entry       TEXT NOT NULL REFERENCES entry(id),
    reason      TEXT NOT NULL,
    case_number TEXT,
    made_at     INTEGER NOT NULL,
    done_by     TEXT REFERENCES entry(id),
    PRIMARY KEY (entry, reason)
) WITHOUT ROWID;
INSERT OR IGNORE INTO task_new SELECT entry, reason, case_number, made_at, done_by FROM task;
DROP TABLE task;
ALTER TABLE task_new RENAME TO task;
CREATE INDEX task_open ON task (case_number) WHERE done_by IS NULL;

-- Bearer tokens of people who proved who they are; keyed hashes only.
CREATE TABLE session (
    token_mac  BLOB PRIMARY KEY,
    person     TEXT NOT NULL,
    device     TEXT NOT NULL,
    made_at    INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX session_end ON session (expires_at);
