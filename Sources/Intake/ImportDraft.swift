import Diagnostics
import Quantities
import Records

/// Everything that was read so far, before references are checked and histories joined.
struct ImportDraft {
    var contents = SalesBookContents()
    var problems: [ImportProblem] = []
    var changes: [RecordID<Opportunity>: [OpportunityChange]] = [:]
    /// When the row of an opportunity says it was changed last.
    var lastTouched: [RecordID<Opportunity>: Instant] = [:]
    var members: [RecordID<Campaign>: [CampaignMember]] = [:]
    /// What an activity or follow-up speaks of where it may name no customer: an id of any kind, by `kind id`.
    var regarding: [String: String] = [:]
    /// Opportunities whose row does not say when they were created.
    var withoutCreation: Set<RecordID<Opportunity>> = []
    /// What `IsClosed` and `IsWon` say of opportunities in stages that the config does not know.
    var statedOutcomes: [RecordID<Opportunity>: Opportunity.Outcome] = [:]
    /// Rows that turned out to be of no use only when all was read, by file.
    var rejectedLater: [String: Int] = [:]
    /// Activities whose row does not say whether they have happened.
    var undecided: Set<RecordID<Activity>> = []
    /// Activities that were made of follow-ups that are done.
    var fromFollowUps: Set<RecordID<Activity>> = []
    /// Kinds of record that a file was read for.
    var kindsRead: Set<String> = []
    private var places: [String: (file: String, line: Int)] = [:]
    private var headers: [String: String] = [:]
    private var tallies: [Tally.Key: Tally] = [:]

    /// Notes where a record stands; when its id was there before, answers that place and notes nothing.
    mutating func claim(_ record: String, kind: String, file: String, line: Int) -> (file: String, line: Int)? {
        let key = "\(kind) \(record)"
        if let before = places[key] { return before }
        places[key] = (file, line)
        return nil
    }

    /// The file whose row became that record; nil for what was derived from another record.
    func file(of record: String, kind: String) -> String? { places["\(kind) \(record)"]?.file }

    mutating func name(_ header: String, for field: String) { headers[field] = header }

    /// Where a record's field stands in its file.
    func place(of record: String, field: String) -> ProblemPlace? {
        let kind = field.prefix { $0 != "." }
        return places["\(kind) \(record)"].map { place in
            ProblemPlace(file: place.file, line: place.line, field: headers[field])
        }
    }

    mutating func report(
        _ severity: Problem.Severity, _ kind: String, _ message: String, record: String, field: String,
        value: String? = nil, hint: String? = nil
    ) {
        let place = place(of: record, field: field)
        problems.append(
            ImportProblem(Problem(severity, kind, message, at: place, value: value, hint: hint), record: record))
    }

    /// Counts a problem that many rows share and tells it once, at its first place. `key` is what they share besides
    /// kind, file and field, such as the unknown word.
    mutating func tally(_ problem: Problem, key: String = "", record: String? = nil) {
        let key = Tally.Key(
            kind: problem.kind, file: problem.place?.file ?? "", field: problem.place?.field ?? "", key: key)
        tallies[key, default: Tally(problem: problem, record: record, rows: 0)].rows += 1
    }

    /// Turns the counts into problems; call once at the end.
    mutating func settleTallies() {
        for tally in tallies.values {
            var problem = tally.problem
            if tally.rows > 1 { problem.message += ", in \(tally.rows) rows" }
            problems.append(ImportProblem(problem, record: tally.record))
        }
        tallies = [:]
        problems.sort { left, right in
            if Problem.listingOrder(left.problem, right.problem) { return true }
            if Problem.listingOrder(right.problem, left.problem) { return false }
            return (left.problem.place?.field ?? "", left.problem.value ?? "", left.record ?? "")
                < (right.problem.place?.field ?? "", right.problem.value ?? "", right.record ?? "")
        }
    }

    private struct Tally {
        struct Key: Hashable {
            var kind: String
            var file: String
            var field: String
            var key: String
        }

        var problem: Problem
        var record: String?
        var rows: Int
    }
}
