-- SPDX-License-Identifier: GPL-3.0-or-later
-- Drafts of the two kinds are counted apart, and one whose application was received never comes back: a save
-- that was on its way then would be a second application by the next morning.

ALTER TABLE draft ADD COLUMN shelf TEXT NOT NULL DEFAULT 'application'
    CHECK (shelf IN ('application', 'supplement'));
UPDATE draft SET shelf = 'supplement' WHERE id GLOB 'supplement-*';

CREATE TABLE draft_received (
    id TEXT    PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_received_at ON draft_received (at);
