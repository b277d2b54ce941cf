import ArgumentParser
import Config
import Diagnostics
import Records
import Territories

/// What `territories propose` is asked for; nothing means all options side by side.
struct TerritoryChoice: ParsableArguments {
    @Option(help: "At most that many customers change hands: a share such as 10%, or a number of them.")
    var moves: MoveBudget?

    @Option(
        parsing: .unconditional, help: "How many reps there are to be: a number, or +1 or -1 beside those of today.")
    var reps: RepCount?

    @Option(help: "A rep who leaves, by name or id: the others take over.")
    var leaves: String?

    @Flag(help: "Any number of customers may change hands.")
    var redesign = false

    @Flag(help: "Where territories of a redesign lie. Default: the better one of both.")
    var centres: Centres?

    @Option(help: "A file of locks in place of the workspace's.")
    var lock: String?

    @Option(help: "The most customers that a rep is given.")
    var maxCustomers: Int?

    @Option(help: "The most hours a year that a rep is given.")
    var maxHours: Double?

    enum Centres: EnumerableFlag {
        case homeCentres, freeCentres

        static func help(for value: Centres) -> ArgumentHelp? {
            value == .homeCentres ? "Territories lie around the reps' homes." : "Territories lie where customers are."
        }
    }

    func validate() throws {
        if redesign && moves != nil { throw ValidationError("--redesign and --moves exclude each other") }
        if let maxCustomers, maxCustomers < 1 { throw ValidationError("--max-customers is a whole number from 1") }
        if let maxHours, !(maxHours > 0 && maxHours.isFinite) { throw ValidationError("--max-hours is more than 0") }
    }

    /// More would be another company; and each takes its time.
    static let mostNewReps = 100

    /// Whether one option is asked for; locks and limits hold for all of them.
    var isOne: Bool { moves != nil || reps != nil || leaves != nil || redesign || centres != nil }

    /// Without locks. Throws `territories.unknown-rep` and `territories.reps`.
    func request(in book: SalesBook) throws(ProblemError) -> TerritoryRequest {
        var request = TerritoryRequest(maxCustomers: maxCustomers, maxHours: maxHours)
        switch moves {
        case .share(let share): request.moveShare = share
        case .customers(let count): request.moves = count
        case nil: break
        }
        // Where territories lie is a question only of a redesign.
        if redesign || centres != nil && moves == nil && reps == nil && leaves == nil { request.moveShare = 1 }
        request.seeds = centres.map { $0 == .homeCentres ? .homes : .free }
        if let leaves { request.leaving = try rep(leaves, in: book) }
        if let reps {
            let today = book.activeReps.count - (leaves == nil ? 0 : 1)
            let change = reps.isChange ? reps.number : reps.number - today
            guard today + change >= 1, change <= TerritoryChoice.mostNewReps else {
                throw ProblemError(
                    "territories.reps",
                    "\(max(0, today + change)) reps is no number to propose for: \(today) are there now",
                    hint: "ask for 1 to \(today + TerritoryChoice.mostNewReps)")
            }
            request.reps = change
        }
        return request
    }

    private func rep(_ name: String, in book: SalesBook) throws(ProblemError) -> RecordID<Rep> {
        let active = book.activeReps
        let found = active.filter { $0.id.text == name || $0.id.sourceID == name || $0.name == name }
        if let rep = found.first, found.count == 1 { return rep.id }
        if found.count > 1 {
            throw ProblemError(
                "territories.unknown-rep", "\(found.count) reps are called '\(name)'",
                hint: "write the id: \(found.map(\.id.text).joined(separator: ", "))")
        }
        throw ProblemError(
            "territories.unknown-rep", "no active rep is called '\(name)'",
            hint: nearMiss(of: name, in: active.map(\.name)).map { "did you mean '\($0)'?" }
                ?? "active are \(active.map(\.name).joined(separator: ", "))")
    }
}

/// `10%` or `25`.
enum MoveBudget: ExpressibleByArgument {
    case share(Double)
    case customers(Int)

    init?(argument: String) {
        if argument.hasSuffix("%") {
            let number = argument.dropLast().filter { $0 != " " && $0 != "\u{a0}" }
            guard let percent = Double(number), (0...100).contains(percent) else { return nil }
            self = .share(percent / 100)
        } else {
            guard let count = Int(argument), count >= 0 else { return nil }
            self = .customers(count)
        }
    }
}

/// `12`, `+1` or `-1`.
struct RepCount: ExpressibleByArgument {
    var number: Int
    var isChange: Bool

    init?(argument: String) {
        guard let number = Int(argument), (-10_000...10_000).contains(number) else { return nil }
        self.number = number
        isChange = argument.hasPrefix("+") || argument.hasPrefix("-")
    }
}
