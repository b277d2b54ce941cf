import Diagnostics
import Foundation

/// Text for people goes to standard error, so that standard output holds nothing but the answer.
func writeError(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
}

func writeAnswer(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
}

/// Whether somebody is watching: progress is shown on a terminal and stays quiet in a pipe.
var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

func report(_ problems: [Problem]) {
    for problem in problems { writeError(problem.text) }
}

/// `3 errors, 12 warnings and 2 notes`, or `no problems`.
func countText(_ problems: [Problem]) -> String {
    let parts = Problem.Severity.allCases.reversed().compactMap { severity -> String? in
        let count = problems.count { $0.severity == severity }
        return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return parts.isEmpty ? "no problems" : parts.joined(separator: ", ")
}
