-- SPDX-License-Identifier: GPL-3.0-or-later
-- New versions of guides: proposed by one administrator, approved by another. The documents themselves lie in the
-- sealed bodies of the proposing entries and nowhere else.

CREATE TABLE guide_proposal (
    entry       TEXT PRIMARY KEY REFERENCES entry(id),
    code        TEXT NOT NULL,
    version     INTEGER NOT NULL,
    sm3         BLOB NOT NULL,
    proposed_by TEXT NOT NULL,
    proposed_at INTEGER NOT NULL,             -- device time of the entry
    closed_by   TEXT REFERENCES entry(id)     -- the approving or declining entry
) WITHOUT ROWID;
-- One at a time: a second one would be about a version that is no longer current when the first is approved.
CREATE UNIQUE INDEX guide_proposal_open ON guide_proposal (code) WHERE closed_by IS NULL;

-- Everything that was published, in the order of the centre: what windows fetch.
CREATE TABLE guide_version (
    ord          INTEGER PRIMARY KEY,         -- of the approving entry
    code         TEXT NOT NULL,
    version      INTEGER NOT NULL,
    sm3          BLOB NOT NULL,
    proposal     TEXT NOT NULL REFERENCES guide_proposal(entry),
    proposed_by  TEXT NOT NULL,
    approved_by  TEXT NOT NULL,
    published_at INTEGER NOT NULL,            -- clock of the centre
    UNIQUE (code, version)
);

-- Knew the newest numbers only; guide_version knows more.
DROP TABLE published_guide;
