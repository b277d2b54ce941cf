package import Diagnostics
import RouteSolver

extension ExportedWeek {
    /// The problem as a VRPLIB file of type PCVRPTW with an explicit matrix of seconds, as PyVRP and `readInstance` read it.
    ///
    /// A vehicle is a day and lists the customers that it may visit. The format knows one window a customer and one for all
    /// days: where they differ, each customer keeps the window that holds on most days (then the longest), on the days
    /// that have all of it, and days keep the hours that they share; so whatever is found can be driven. A prize of 0 marks
    /// visits that have to be made. Number of visits is what a vehicle carries.
    ///
    /// Throws where days share no hours or start at different places.
    package func vrplib() throws(ProblemError) -> File {
        guard let first = problem.vehicles.first else {
            throw ProblemError("routes.nothing-to-export", "\(name) has no day to plan", hint: "choose another week")
        }
        let from = problem.vehicles.map(\.from).max() ?? 0
        let until = problem.vehicles.map(\.until).min() ?? 0
        guard problem.vehicles.allSatisfy({ ($0.start, $0.end) == (first.start, first.end) }), from < until else {
            throw ProblemError(
                "routes.not-expressible", "the days of \(name) have other places or no hours in common",
                hint: "VRPLIB has one depot with one window: export as vroom")
        }
        let customers = customers.map { clipped($0, from, until) }.filter { !$0.windows.allSatisfy(\.isEmpty) }
        let kept = customers.map { keptWindow($0) }
        var rows = head(customers.count + 1, leftOut: leftOut(customers, kept))
        rows += matrix(first, customers.map(\.node))
        let visits = problem.vehicles.map(\.maxVisits).min() ?? 0
        rows.insert(
            "CAPACITY : \(min(visits, max(1, customers.count)))", at: rows.firstIndex(of: "EDGE_WEIGHT_SECTION") ?? 0)
        rows += section("DEMAND", ["0"] + customers.map { _ in "1" })
        rows += section("TIME_WINDOW", ["\(from) \(until)"] + kept.map { "\($0.window.earliest) \($0.window.latest)" })
        rows += section("SERVICE_TIME", ["0"] + customers.map { String(problem.service[$0.node]) })
        rows += section("PRIZE", ["0"] + customers.map { $0.isMandatory ? "0" : String(max(1, $0.prize)) })
        rows += section(
            "VEHICLES_ALLOWED_CLIENTS",
            problem.vehicles.map { vehicle in
                kept.indices.filter { kept[$0].days.contains(vehicle.day) }.map { String($0 + 2) }.joined(
                    separator: " ")
            })
        rows += ["DEPOT_SECTION", "1", "-1", "EOF", ""]
        return File(text: rows.joined(separator: "\n"), leftOut: leftOut(customers, kept))
    }

    /// A customer with its windows within the hours that all days share.
    private func clipped(_ customer: ExportedCustomer, _ from: Int32, _ until: Int32) -> ExportedCustomer {
        var customer = customer
        customer.windows = customer.windows.map { windows in
            windows.map { ExportedCustomer.Window(earliest: max($0.earliest, from), latest: min($0.latest, until)) }
                .filter { $0.earliest <= $0.latest }
        }
        return customer
    }

    private typealias Kept = (window: ExportedCustomer.Window, days: [Int])

    private func keptWindow(_ customer: ExportedCustomer) -> Kept {
        let choices = customer.windows.flatMap { $0 }.sorted().map { window -> Kept in
            let days = customer.windows.indices.filter { day in
                customer.windows[day].contains { $0.earliest <= window.earliest && window.latest <= $0.latest }
            }
            return (window, days)
        }
        func rank(_ kept: Kept) -> (Int, Int32) { (kept.days.count, kept.window.latest - kept.window.earliest) }
        return choices.max { rank($0) < rank($1) } ?? (ExportedCustomer.Window(earliest: 0, latest: 0), [])
    }

    private func leftOut(_ customers: [ExportedCustomer], _ kept: [Kept]) -> [String] {
        var notes = leftOutEverywhere
        let narrowed = zip(customers, kept).count { customer, kept in
            customer.windows.indices.contains { day in
                customer.windows[day] != (kept.days.contains(day) ? [kept.window] : [])
            }
        }
        if narrowed > 0 {
            notes.append("windows that differ between days, or several in a day, of \(narrowed) customers")
        }
        if Set(problem.vehicles.map { [$0.from, $0.until] }).count > 1 {
            notes.append("hours that not all days have")
        }
        let gone = self.customers.count - customers.count
        if gone > 0 { notes.append("\(gone) customers who are open outside those hours only") }
        if problem.vehicles.contains(where: { $0.breakLength > 0 }) { notes.append("breaks") }
        if problem.vehicles.contains(where: { $0.maxCost < Int(Int32.max) }) {
            notes.append("the limit on driving a day")
        }
        if problem.costs != problem.times { notes.append("costs of driving other than its time") }
        if problem.load.contains(where: { $0 != 0 }) { notes.append("loads") }
        return notes
    }

    private func head(_ dimension: Int, leftOut: [String]) -> [String] {
        ["NAME : \(plain(name))", "TYPE : PCVRPTW"]
            + [leftOut.isEmpty ? "COMMENT : whole" : "COMMENT : left out are " + leftOut.joined(separator: "; ")]
            + [
                "DIMENSION : \(dimension)", "VEHICLES : \(problem.vehicles.count)", "EDGE_WEIGHT_TYPE : EXPLICIT",
                "EDGE_WEIGHT_FORMAT : FULL_MATRIX",
            ]
    }

    /// The depot is where the days start as a row, and where they end as a column.
    private func matrix(_ vehicle: RoutingProblem.Vehicle, _ nodes: [Int]) -> [String] {
        let (rows, columns) = ([vehicle.start] + nodes, [vehicle.end] + nodes)
        return ["EDGE_WEIGHT_SECTION"]
            + rows.enumerated().map { row, from in
                columns.enumerated().map { column, to in
                    row == column ? "0" : String(problem.times[from * problem.nodeCount + to])
                }.joined(separator: " ")
            }
    }

    private func section(_ name: String, _ rows: [String]) -> [String] {
        ["\(name)_SECTION"] + rows.enumerated().map { $1.isEmpty ? "\($0 + 1)" : "\($0 + 1) \($1)" }
    }

    private func plain(_ text: String) -> String {
        String(text.map { $0.isNewline || $0 == ":" ? " " : $0 }).replacing("_SECTION", with: "")
    }
}
