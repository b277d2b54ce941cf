import Diagnostics

/// As many problems of a kind are told one by one; the others are counted.
let toldProblems = 20

extension RoadPlace {
    /// `47.141000, 9.520900`: how problems name a place.
    public var text: String { "\(degrees(latitude)), \(degrees(longitude))" }
}

extension RoadPair {
    /// `47.141000, 9.520900 → 47.210000, 9.530000`: how problems name a drive.
    public var text: String { "\(from.text) → \(to.text)" }
}

private func degrees(_ number: Int32) -> String {
    let digits = String(abs(number))
    let padded = String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    return (number < 0 ? "-" : "") + padded.dropLast(6) + "." + padded.suffix(6)
}

func counted(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? singular : plural ?? singular + "s")"
}

/// What is used where the engine has no answer: the end of a message.
func standIn(drives: Int, lines: Int = 0) -> String {
    let estimate = drives > 0 ? "the estimate stands in for \(counted(drives, "drive"))" : nil
    let straight = lines > 0 ? "\(counted(lines, "line")) on the maps \(lines == 1 ? "stays" : "stay") straight" : nil
    return [estimate, straight].compactMap { $0 }.joined(separator: ", and ")
}

extension RoadFault {
    var kind: String {
        switch self {
        case .noServer: "roads.server"
        case .timeOut: "roads.slow"
        case .cutOff: "roads.cut-off"
        case .tooLong: "roads.too-long"
        case .status(let status): mayPass || status >= 500 ? "roads.server" : "roads.refused"
        case .refused: "roads.refused"
        case .garbled: "roads.garbled"
        }
    }

    /// What happened, as a clause about the road server.
    var clause: String {
        switch self {
        case .noServer(let reason): "The road server can't be reached (\(shortened(reason)))"
        case .timeOut(let seconds): "The road server gave no whole answer within \(counted(seconds, "second"))"
        case .cutOff: "The road server broke off in the middle of an answer"
        case .tooLong(let limit): "The road server's answer is longer than \(counted(limit, "byte"))"
        case .status(let status): "The road server answers with HTTP status \(status)"
        case .refused(farSnapCode, let message): "There is no road near (\(shortened(message)))"
        case .refused(let code, let message):
            message.isEmpty
                ? "The road server refuses (\(shortened(code)))"
                : "The road server refuses (\(shortened(code)): \(shortened(message)))"
        case .garbled(let reason): "The road server's answer can't be read (\(shortened(reason)))"
        }
    }

    var hint: String {
        let again = "then run 'fieldbook roads fetch'"
        return switch self {
        case .noServer: "start the server, or mend 'travel: roads: server' in site-config.yml, \(again)"
        case .timeOut: "look at what keeps the server busy, or raise 'timeout_seconds' of 'travel: roads', \(again)"
        case .cutOff: "look at the server's log for why it ends connections, \(again)"
        case .tooLong, .garbled: "check that a road engine of the configured kind listens there, \(again)"
        case .status(let status) where mayPass || status >= 500: "look at the server's log, \(again)"
        case .status: "check the address of 'travel: roads: server' in site-config.yml, \(again)"
        case .refused: "check the coordinates against the region that the server has roads of"
        }
    }
}

/// Not a server's own word: the engines here say it of a line that ends too far from where it was asked for.
let farSnapCode = "FarSnap"

/// Words of a server are shown on one line and not at length.
private func shortened(_ text: String) -> String {
    let line = String(
        String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    return line.count > 120 ? line.prefix(119) + "…" : line
}

/// The server is of no use, or no longer.
func serverProblem(_ fault: RoadFault, drives: Int, lines: Int) -> Problem {
    Problem(.warning, fault.kind, clauses(fault.clause, standIn(drives: drives, lines: lines)), hint: fault.hint)
}

/// What happened and what stands in, where anything does.
func clauses(_ clause: String, _ rest: String) -> String { rest.isEmpty ? clause : "\(clause); \(rest)" }
