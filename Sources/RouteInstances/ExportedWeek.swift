package import RouteSolver

/// A planning problem as other solvers shall read it, with times in seconds.
package struct ExportedWeek: Sendable {
    package var name: String
    /// Windows and vehicles' hours in seconds since midnight of each day.
    package var problem: RoutingProblem
    /// What each node is called.
    package var labels: [String]
    /// What each day is called.
    package var days: [String]
    /// Metres from node `i` to node `j` at `i × nodeCount + j`, where they are known.
    package var metres: [Int32]?

    package init(
        name: String, problem: RoutingProblem, labels: [String], days: [String], metres: [Int32]? = nil
    ) {
        self.name = name
        self.problem = problem
        self.labels = labels
        self.days = days
        self.metres = metres
    }

    /// A file for another solver, and in words what of the problem its format can't say.
    package struct File: Sendable {
        package var text: String
        package var leftOut: [String]
    }
}

/// A customer of an export: its node, its prize, and when a visit may begin on each day on which it may be visited.
struct ExportedCustomer {
    struct Window: Hashable, Comparable {
        var earliest: Int32
        var latest: Int32

        static func < (left: Window, right: Window) -> Bool {
            (left.earliest, left.latest) < (right.earliest, right.latest)
        }
    }

    var node: Int
    /// The highest of its options.
    var prize: Int
    /// By day; empty on days without a visit.
    var windows: [[Window]]

    var isMandatory: Bool { prize >= RoutingProblem.mandatory }
}

extension ExportedWeek {
    /// Customers that can be visited on some day. Windows are disjoint and ascend.
    var customers: [ExportedCustomer] {
        (0..<problem.nodeCount).compactMap { node -> ExportedCustomer? in
            let options = problem.options[Int(problem.optionOffset[node])..<Int(problem.optionOffset[node + 1])]
            guard let prize = options.map(\.prize).max() else { return nil }
            let days = options.reduce(0 as UInt64) { $0 | $1.days }
            let windows = (0..<problem.dayCount).map { day -> [ExportedCustomer.Window] in
                days >> UInt64(day) & 1 == 1 ? joined(openings(of: node, on: day)) : []
            }
            return windows.allSatisfy(\.isEmpty) ? nil : ExportedCustomer(node: node, prize: prize, windows: windows)
        }
    }

    private func openings(of node: Int, on day: Int) -> [ExportedCustomer.Window] {
        let row = node * problem.dayCount + day
        return (Int(problem.windowOffset[row])..<Int(problem.windowOffset[row + 1])).map {
            ExportedCustomer.Window(earliest: problem.earliest[$0], latest: problem.latest[$0])
        }
    }

    private func joined(_ windows: [ExportedCustomer.Window]) -> [ExportedCustomer.Window] {
        windows.filter { $0.earliest <= $0.latest }.sorted().reduce(into: []) { result, window in
            if let last = result.last, window.earliest <= last.latest {
                result[result.count - 1].latest = max(last.latest, window.latest)
            } else {
                result.append(window)
            }
        }
    }

    /// What neither format can say.
    var leftOutEverywhere: [String] {
        var notes: [String] = []
        if problem.evenness != 0 { notes.append("that days should be even") }
        if problem.options.contains(where: { $0.days.nonzeroBitCount > 1 }) {
            notes.append("customers' second and later visits")
        }
        let (offset, options) = (problem.optionOffset, problem.options)
        let varies = (0..<problem.nodeCount).contains { node in
            Set(options[Int(offset[node])..<Int(offset[node + 1])].map(\.prize)).count > 1
        }
        if varies { notes.append("that a visit's worth differs from day to day: the highest is given") }
        return notes
    }
}
