/// Version 2: runs of territory changes, which add rows and never change one.
///
/// An assignment holds when its run was not undone; an undoing is a run of its own that names the other in `undoes`. So
/// the book of any past day stays what it was: a run counts from its `known_day` on, and so does its undoing.
enum TerritorySchema {
    static let statements = [run] + columns + [appendOnly]

    private static let run = """
        CREATE TABLE territory_run (
            run_id TEXT NOT NULL PRIMARY KEY REFERENCES import_run (id),
            sequence INTEGER NOT NULL UNIQUE, known_day TEXT NOT NULL, person TEXT, note TEXT,
            customers INTEGER NOT NULL,
            from_day TEXT, file TEXT, sha256 TEXT, bytes INTEGER,
            undoes TEXT UNIQUE REFERENCES territory_run (run_id),
            CHECK ((undoes IS NULL) = (from_day IS NOT NULL))
        ) STRICT, WITHOUT ROWID
        """

    private static let columns = [
        "ALTER TABLE territory_assignment ADD COLUMN previous_rep_id TEXT",
        "ALTER TABLE territory_assignment ADD COLUMN run_id TEXT REFERENCES territory_run (run_id)",
        "CREATE INDEX territory_assignment_run ON territory_assignment (run_id) WHERE run_id IS NOT NULL",
    ]

    // The insert triggers are for INSERT OR REPLACE, which deletes without asking.
    private static let appendOnly = """
        CREATE TRIGGER territory_run_refuses_update BEFORE UPDATE ON territory_run BEGIN
            SELECT RAISE(ABORT, 'territory runs are append-only: undo one by another');
        END;
        CREATE TRIGGER territory_run_refuses_delete BEFORE DELETE ON territory_run BEGIN
            SELECT RAISE(ABORT, 'territory runs are append-only: undo one by another');
        END;
        CREATE TRIGGER territory_run_refuses_replace BEFORE INSERT ON territory_run
        WHEN EXISTS (SELECT 1 FROM territory_run WHERE run_id = NEW.run_id) BEGIN
            SELECT RAISE(ABORT, 'territory runs are append-only: this id is taken');
        END;
        CREATE TRIGGER territory_assignment_refuses_update BEFORE UPDATE ON territory_assignment
        WHEN OLD.run_id IS NOT NULL BEGIN
            SELECT RAISE(ABORT, 'assignments of a territory run are append-only: undo the run');
        END;
        CREATE TRIGGER territory_assignment_refuses_delete BEFORE DELETE ON territory_assignment
        WHEN OLD.run_id IS NOT NULL BEGIN
            SELECT RAISE(ABORT, 'assignments of a territory run are append-only: undo the run');
        END;
        CREATE TRIGGER territory_assignment_refuses_replace BEFORE INSERT ON territory_assignment
        WHEN EXISTS (SELECT 1 FROM territory_assignment WHERE id = NEW.id AND run_id IS NOT NULL) BEGIN
            SELECT RAISE(ABORT, 'assignments of a territory run are append-only: this id is taken');
        END
        """
}
