/// The layout of the file that keeps what road engines have answered.
enum RoadSchema {
    /// Marks a database file as such: the letters `FBRD`.
    static let applicationID = 0x4642_5244

    static let statements = [edition, fetch, problem, place, drive, line]

    /// Numbered in the order of their arrival. One of an engine and profile is current: the one that answered last.
    private static let edition = """
        CREATE TABLE edition (
            number INTEGER PRIMARY KEY,
            engine TEXT NOT NULL, profile TEXT NOT NULL, data TEXT NOT NULL,
            is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
            UNIQUE (engine, profile, data)
        ) STRICT;
        CREATE UNIQUE INDEX edition_current ON edition (engine, profile) WHERE is_current = 1
        """

    /// The days on which something new came.
    private static let fetch = """
        CREATE TABLE fetch (
            edition INTEGER NOT NULL REFERENCES edition (number) ON DELETE CASCADE, day TEXT NOT NULL,
            PRIMARY KEY (edition, day)
        ) STRICT, WITHOUT ROWID
        """

    /// What went wrong when the edition was asked last.
    private static let problem = """
        CREATE TABLE problem (
            edition INTEGER NOT NULL REFERENCES edition (number) ON DELETE CASCADE, position INTEGER NOT NULL,
            severity TEXT NOT NULL CHECK (severity IN ('note', 'warning', 'error')),
            kind TEXT NOT NULL, message TEXT NOT NULL, file TEXT, line INTEGER, column_number INTEGER, field TEXT,
            source_line TEXT, value TEXT, hint TEXT,
            PRIMARY KEY (edition, position)
        ) STRICT, WITHOUT ROWID
        """

    /// In 1e-6 degrees. `snap` is the distance to the road in decimetres; null with `is_snap_told` means no road at all.
    private static let place = """
        CREATE TABLE place (
            number INTEGER PRIMARY KEY,
            edition INTEGER NOT NULL REFERENCES edition (number),
            latitude INTEGER NOT NULL, longitude INTEGER NOT NULL,
            is_snap_told INTEGER NOT NULL CHECK (is_snap_told IN (0, 1)), snap INTEGER CHECK (snap >= 0),
            UNIQUE (edition, latitude, longitude)
        ) STRICT
        """

    // Drives and lines are found by their places' numbers, which belong to one edition. Foreign keys here would cost two
    // searches a row, and the removal of a place a search through all rows.

    /// `deciseconds` is null where there is no way by road.
    private static let drive = """
        CREATE TABLE drive (
            origin INTEGER NOT NULL, destination INTEGER NOT NULL,
            deciseconds INTEGER CHECK (deciseconds >= 0), decimetres INTEGER CHECK (decimetres >= 0),
            PRIMARY KEY (origin, destination)
        ) STRICT, WITHOUT ROWID
        """

    /// `course` is an encoded polyline of precision 5, empty where the engine refuses the line for good. Rows are long, so this table has row ids.
    private static let line = """
        CREATE TABLE line (
            origin INTEGER NOT NULL, destination INTEGER NOT NULL, course TEXT NOT NULL,
            PRIMARY KEY (origin, destination)
        ) STRICT
        """
}
