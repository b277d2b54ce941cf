import Config
import Quantities
import Records
import Territories

extension SiteMaterial {
    func hours(_ count: Double) -> String { "\(figures.integer(Int(count.rounded())))\u{a0}h" }

    /// A rep's name, also of one whom an option adds.
    func repName(_ id: RecordID<Rep>?, newReps: [Rep]) -> String {
        newReps.first { $0.id == id }?.name ?? repName(id)
    }

    func repCell(_ id: RecordID<Rep>?, newReps: [Rep], on path: SitePath) -> DataTable.Cell {
        newReps.first { $0.id == id }.map { DataTable.Cell($0.name) } ?? repCell(id, on: path)
    }

    /// Where the page of each option is, by its key; the one that is today has none.
    var optionPaths: [String: SitePath] {
        let named = territories.options.filter { $0.key != "today" }.map { option -> (id: String, name: String) in
            guard option.key.hasPrefix("leaves-") else {
                let words = option.key.replacing("reps+", with: "reps plus ").replacing("reps-", with: "reps minus ")
                return (option.key, words)
            }
            let rep = String(option.key.dropFirst(7))
            return (option.key, "leaves \(book.repByID[RecordID(rep)]?.name ?? rep)")
        }
        return uniqueSlugs(named).mapValues { SitePaths.territoryOption($0 == "index" ? "option-index" : $0) }
    }

    /// By rep how far its hours are from a fair share, which goes with the hours that it has: 0.1 is a tenth too much.
    func deviations(of assignment: Assignment) -> [RecordID<Rep>: Double] {
        let able = assignment.territories.filter { territory in
            let rep = book.repByID[territory.repID]
            return territory.capacityHours > 0 && (territory.customerCount > 0 || rep == nil || rep?.home != nil)
        }
        let capacity = able.reduce(0) { $0 + $1.capacityHours }
        let total = assignment.territories.reduce(0) { $0 + $1.hours }
        guard capacity > 0, total > 0 else { return [:] }
        return Dictionary(
            able.map { ($0.repID, $0.hours / (total * $0.capacityHours / capacity) - 1) },
            uniquingKeysWith: { first, _ in first })
    }

    /// `12 % more than a fair share`.
    func deviationWords(_ deviation: Double) -> String {
        abs(deviation) < 0.005
            ? "a fair share"
            : "\(figures.percent(abs(deviation))) \(deviation > 0 ? "more" : "less") than a fair share"
    }

    /// How far the estimate of driving is from the planned routes, to stand beside it; nil where nothing is planned.
    var driveEstimateError: String? {
        guard let error = territories.check?.relativeError else { return nil }
        return error.magnitude < 0.005
            ? "as long as the planned routes"
            : "\(figures.percent(abs(error))) \(error < 0 ? "below" : "above") the planned routes"
    }

    /// How workload is reckoned, in words.
    var workloadMethod: [String] {
        let settings = config.territories
        var method = [
            "Workload is hours a year: the visits that a customer’s cadence asks for, times the visit and the driving to it. Driving is estimated from how close the rep’s own customers lie (Beardwood, Halton and Hammersley 1959; Daganzo 1984) and from the way from home, shared among the stops of a day.",
            "A fair share goes with the hours that a rep has: \(figures.percent(settings.fieldShare)) of the working hours in \(figures.decimal(settings.weeksPerYear, 0)) weeks of the year. Potential is the orders of the last twelve months and the open deals.",
        ]
        if let check = territories.check, let error = driveEstimateError {
            let visits = check.rows.reduce(0) { $0 + $1.visits }
            let planned = figures.duration(minutes: Int(check.plannedMinutes.rounded()))
            let estimated = figures.duration(minutes: Int(check.estimatedMinutes.rounded()))
            method.append(
                "Checked against the planned routes: for their \(figures.count(visits, "visit")) the estimate is \(estimated) of driving, the routes take \(planned): the estimate is \(error)"
                    + (check.rows.count > 1
                        ? check.meanAbsoluteError.map { ", for a single rep \(figures.percent($0)) off on average." }
                            ?? "."
                        : "."))
        } else {
            method.append("No route is planned yet, so the estimate of driving is not checked.")
        }
        return method
    }
}
