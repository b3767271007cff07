-- SPDX-License-Identifier: GPL-3.0-or-later
-- Letting go of what is forgotten without reading every header, and without a file left behind by a crash.

-- Which own entries name a blob: the same content may belong to several cases.
CREATE TABLE blob_use (
    blob TEXT    NOT NULL,
    seq  INTEGER NOT NULL REFERENCES entry (seq),
    PRIMARY KEY (blob, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO blob_use (blob, seq)
    SELECT DISTINCT json_extract(b.value, '$.id'), e.seq
    FROM entry e, json_each(CAST(e.header AS TEXT), '$.blobs') b
    WHERE instr(e.header, CAST('"blobs":[' AS BLOB)) > 0;
-- Blobs whose row is gone and whose file still has to go.
CREATE TABLE blob_gone (
    id TEXT PRIMARY KEY CHECK (length(id) = 64)
) STRICT, WITHOUT ROWID;
