-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lists of 100,000 cases, look-ups by person, and earlier materials. Everything here is a projection: filled
-- from the entries when the keys are first at hand after this step (meta row 'projections').

ALTER TABLE case_head ADD COLUMN next_due INTEGER;
ALTER TABLE case_head ADD COLUMN deficiency_due INTEGER;
ALTER TABLE case_head ADD COLUMN open_tasks INTEGER NOT NULL DEFAULT 0;

-- One index an order a list can have. Each holds every column a list filters by, so that neither reads the
-- rows themselves, which carry sealed summaries.
DROP INDEX case_received;
DROP INDEX case_state;
DROP INDEX case_promised;
DROP INDEX case_pending;
CREATE INDEX list_received ON case_head (received DESC, number DESC, state, item, station, opened_by, next_due,
                                         deficiency_due, open_tasks, pending, conflicts);
CREATE INDEX list_state ON case_head (state, received DESC, number DESC, item, station, opened_by, next_due,
                                      deficiency_due, open_tasks, pending, conflicts);
CREATE INDEX list_item ON case_head (item, received DESC, number DESC, state, station, opened_by, next_due,
                                     deficiency_due, open_tasks, pending, conflicts);
CREATE INDEX list_due ON case_head (next_due, number, state, item, station, opened_by, received,
                                    deficiency_due, open_tasks, pending, conflicts) WHERE next_due IS NOT NULL;
CREATE INDEX case_pending ON case_head (pending) WHERE pending > 0;
CREATE INDEX case_conflicts ON case_head (conflicts) WHERE conflicts > 0;
CREATE INDEX case_deficiency ON case_head (deficiency_due) WHERE deficiency_due IS NOT NULL;
CREATE INDEX case_tasks ON case_head (open_tasks) WHERE open_tasks > 0;

-- Who has to do with a case. `key` is a keyed hash of role and number: it says nothing without this device's
-- keys, and the same number in two roles gives two keys.
CREATE TABLE case_person (
    key     BLOB NOT NULL CHECK (length(key) = 16),
    case_no TEXT NOT NULL,
    PRIMARY KEY (key, case_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_person_case ON case_person (case_no);

-- Materials taken in for an applicant that can serve again, the newest first. What the files are called, and
-- their plain hashes, are sealed.
CREATE TABLE material_shelf (
    applicant BLOB    NOT NULL CHECK (length(applicant) = 16),
    verified  INTEGER NOT NULL,
    case_no   TEXT    NOT NULL,
    material  TEXT    NOT NULL,
    valid_until INTEGER,
    sealed    BLOB    NOT NULL,
    PRIMARY KEY (applicant, verified DESC, case_no, material)
) STRICT, WITHOUT ROWID;
CREATE INDEX material_shelf_case ON material_shelf (case_no);
