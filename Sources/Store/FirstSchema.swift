/// The tables of version 1.
///
/// References between records are plain text without a foreign key: an export may name a customer that it does not
/// hold, and that name must not be lost. Only rows that are part of another (changes, members, the ledger) have one.
/// Money is minor units and a currency code; moments are seconds since 1970-01-01T00:00:00Z; days are ISO text.
enum FirstSchema {
    static let statements = people + deals + work + marketing + plans + ledger + [appendOnly]

    private static func table(_ name: String, _ columns: String) -> String {
        """
        CREATE TABLE \(name) (
            id TEXT NOT NULL PRIMARY KEY,
            source TEXT NOT NULL,
            source_id TEXT NOT NULL,
            \(columns)
        ) STRICT, WITHOUT ROWID
        """
    }

    private static let people = [
        table("team", "name TEXT NOT NULL"),
        table(
            "rep",
            """
            name TEXT NOT NULL, team_id TEXT, email TEXT, phone TEXT,
            home_latitude REAL, home_longitude REAL, home_town TEXT, working_hours TEXT, zone TEXT,
            hired TEXT, left_on TEXT, is_active INTEGER NOT NULL
            """),
        table(
            "customer",
            """
            name TEXT NOT NULL,
            street TEXT, postal_code TEXT, city TEXT, region TEXT, country TEXT,
            latitude REAL, longitude REAL,
            place_precision TEXT NOT NULL CHECK (place_precision IN ('given', 'town', 'none', 'nullIsland', 'impossible')),
            phone TEXT, website TEXT, industry TEXT, employees INTEGER,
            annual_revenue INTEGER, annual_revenue_currency TEXT, owner_id TEXT,
            cadence_days INTEGER, visit_minutes INTEGER, opening_hours TEXT,
            priority TEXT NOT NULL CHECK (priority IN ('low', 'medium', 'high')),
            is_prospect INTEGER NOT NULL, is_active INTEGER NOT NULL, created INTEGER
            """),
        table("contact", "customer_id TEXT, name TEXT NOT NULL, title TEXT, email TEXT, phone TEXT"),
        table(
            "lead",
            """
            name TEXT NOT NULL, title TEXT, company TEXT,
            state TEXT NOT NULL CHECK (state IN ('new', 'working', 'converted', 'closed')),
            status TEXT NOT NULL, lead_source TEXT, employees INTEGER, owner_id TEXT, created INTEGER
            """),
    ]

    private static let deals = [
        table(
            "opportunity",
            """
            customer_id TEXT, name TEXT NOT NULL, type TEXT, lead_source TEXT, created INTEGER NOT NULL, owner_id TEXT
            """),
        table(
            "opportunity_change",
            """
            opportunity_id TEXT NOT NULL REFERENCES opportunity (id),
            at INTEGER NOT NULL, stage TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('open', 'won', 'lost')),
            amount INTEGER, amount_currency TEXT, close_day TEXT, owner_id TEXT
            """),
        table(
            "sales_order",
            """
            customer_id TEXT, day TEXT NOT NULL, amount INTEGER NOT NULL, amount_currency TEXT NOT NULL, status TEXT
            """),
    ]

    private static let work = [
        // `original` and `revision` count the wordings that one source row has had; `logged` is when a later
        // wording, or a correction without a moment of its own, was read.
        table(
            "activity",
            """
            category TEXT NOT NULL CHECK (category IN ('visit', 'call', 'email', 'meeting', 'note')),
            state TEXT NOT NULL CHECK (state IN ('planned', 'done', 'cancelled')),
            customer_id TEXT, contact_id TEXT, rep_id TEXT, start INTEGER NOT NULL, minutes INTEGER,
            subject TEXT, outcome TEXT, notes TEXT, corrects TEXT, recorded INTEGER,
            original TEXT NOT NULL, revision INTEGER NOT NULL, logged INTEGER
            """),
        "CREATE UNIQUE INDEX activity_revision ON activity (original, revision) WHERE revision > 1",
        table(
            "follow_up",
            """
            customer_id TEXT, rep_id TEXT, subject TEXT NOT NULL, due TEXT,
            priority TEXT NOT NULL CHECK (priority IN ('low', 'medium', 'high')),
            is_done INTEGER NOT NULL, created INTEGER, completed INTEGER
            """),
        table(
            "service_case",
            """
            customer_id TEXT, subject TEXT NOT NULL, status TEXT NOT NULL, opened INTEGER NOT NULL, closed INTEGER,
            satisfaction INTEGER
            """),
    ]

    private static let marketing = [
        table(
            "campaign",
            """
            name TEXT NOT NULL, type TEXT, status TEXT, start_day TEXT, end_day TEXT,
            cost INTEGER, cost_currency TEXT
            """),
        table(
            "campaign_member",
            """
            campaign_id TEXT NOT NULL REFERENCES campaign (id), contact_id TEXT, lead_id TEXT, status TEXT,
            has_responded INTEGER NOT NULL
            """),
    ]

    private static let plans = [
        table(
            "quota",
            "rep_id TEXT NOT NULL, month TEXT NOT NULL, amount INTEGER NOT NULL, amount_currency TEXT NOT NULL"),
        table(
            "forecast_call",
            """
            rep_id TEXT NOT NULL, caller TEXT NOT NULL CHECK (caller IN ('rep', 'manager')), month TEXT NOT NULL,
            commit_amount INTEGER NOT NULL, commit_currency TEXT NOT NULL,
            best_case INTEGER, best_case_currency TEXT, note TEXT, at INTEGER NOT NULL
            """),
        table(
            "territory_assignment",
            "customer_id TEXT NOT NULL, rep_id TEXT NOT NULL, from_day TEXT NOT NULL, reason TEXT"),
    ]

    private static let ledger = [
        """
        CREATE TABLE import_run (
            id TEXT NOT NULL PRIMARY KEY, preset TEXT NOT NULL, at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE import_file (
            run_id TEXT NOT NULL REFERENCES import_run (id), position INTEGER NOT NULL,
            name TEXT NOT NULL, record TEXT NOT NULL, rows INTEGER NOT NULL, added INTEGER NOT NULL,
            changed INTEGER NOT NULL, unchanged INTEGER NOT NULL, rejected INTEGER NOT NULL, newest INTEGER,
            PRIMARY KEY (run_id, position)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE import_problem (
            run_id TEXT NOT NULL REFERENCES import_run (id), position INTEGER NOT NULL,
            severity TEXT NOT NULL CHECK (severity IN ('note', 'warning', 'error')),
            kind TEXT NOT NULL, message TEXT NOT NULL, file TEXT, line INTEGER, column_number INTEGER, field TEXT,
            source_line TEXT, value TEXT, hint TEXT, record TEXT,
            PRIMARY KEY (run_id, position)
        ) STRICT, WITHOUT ROWID
        """,
    ]

    // The third trigger is for INSERT OR REPLACE, which deletes without asking the second.
    private static let appendOnly = """
        CREATE TRIGGER activity_refuses_update BEFORE UPDATE ON activity BEGIN
            SELECT RAISE(ABORT, 'the activity log is append-only: correct a row by a new one that names it in corrects');
        END;
        CREATE TRIGGER activity_refuses_delete BEFORE DELETE ON activity BEGIN
            SELECT RAISE(ABORT, 'the activity log is append-only: no row is ever deleted');
        END;
        CREATE TRIGGER activity_refuses_replace BEFORE INSERT ON activity
        WHEN EXISTS (SELECT 1 FROM activity WHERE id = NEW.id) BEGIN
            SELECT RAISE(ABORT, 'the activity log is append-only: this id is taken, correct its row by a new one');
        END
        """
}
