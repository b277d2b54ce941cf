/// Something that is wrong with an input, in the words of the person who can mend it.
///
/// `message` is a headline without a full stop that leads with the specific thing and says the rule.
/// `hint` is a verb phrase: what to do about it.
public struct Problem: Hashable, Sendable {
    /// How bad it is: an error stops the command (exit 1), a warning is counted and listed, a note informs.
    public enum Severity: String, Sendable, CaseIterable, Comparable {
        case note, warning, error

        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    public var severity: Severity
    /// Stable dotted name of the rule, such as `config.unknown-key`; the same rule always has the same name.
    public var kind: String
    public var message: String
    public var place: ProblemPlace?
    /// The offending value as it was read, shortened by whoever shows it.
    public var value: String?
    public var hint: String?

    public init(
        _ severity: Severity, _ kind: String, _ message: String,
        at place: ProblemPlace? = nil, value: String? = nil, hint: String? = nil
    ) {
        self.severity = severity
        self.kind = kind
        self.message = message
        self.place = place
        self.value = value
        self.hint = hint
    }
}

/// Where a problem is: a file, and within it as much as is known.
public struct ProblemPlace: Hashable, Sendable {
    /// Path as the user would write it, relative where that is possible.
    public var file: String
    /// 1-based.
    public var line: Int?
    /// 1-based, counted in Unicode scalars.
    public var column: Int?
    /// Name of the CSV column, setting or template tag, where there is one.
    public var field: String?
    /// The text of the line, for the excerpt with the caret.
    public var sourceLine: String?

    public init(
        file: String, line: Int? = nil, column: Int? = nil, field: String? = nil, sourceLine: String? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.field = field
        self.sourceLine = sourceLine
    }
}

/// One or more problems that stopped the work.
public struct ProblemError: Error, Sendable {
    public var problems: [Problem]

    public init(_ problems: [Problem]) { self.problems = problems }

    public init(
        _ kind: String, _ message: String, at place: ProblemPlace? = nil, value: String? = nil, hint: String? = nil
    ) {
        problems = [Problem(.error, kind, message, at: place, value: value, hint: hint)]
    }
}

extension Problem {
    /// Order of listings: by file, line, column, then kind and message, so that output never depends on discovery order.
    public static func listingOrder(_ left: Problem, _ right: Problem) -> Bool {
        func key(_ problem: Problem) -> (String, Int, Int, String, String) {
            (
                problem.place?.file ?? "", problem.place?.line ?? 0, problem.place?.column ?? 0,
                problem.kind, problem.message
            )
        }
        return key(left) < key(right)
    }
}
