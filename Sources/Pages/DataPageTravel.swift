import Config
import Quantities
import Routes

/// The data page's part on driving times: where they come from, how far the estimate is off, and what would be closer.
extension SiteMaterial {
    var travelTables: [DataTable] {
        guard let travel else { return [] }
        return [sourceTable(travel)]
            + [
                travel.matrix.map { errorTable($0, .matrix) }, travel.roads.map { errorTable($0.check, .roads) },
                errorTable(travel.log, .log),
            ].compactMap { $0 }
            + [travel.learnt.flatMap(hoursTable)].compactMap { $0 }
    }

    private func sourceTable(_ travel: TravelReport) -> DataTable {
        var rows: [[DataTable.Cell]] = []
        if let coverage = travel.coverage, let file = config.travel.matrix {
            let known = coverage.pairs - coverage.missing
            rows.append([
                DataTable.Cell("The matrix file", detail: file),
                DataTable.Cell(
                    "\(figures.integer(known)) of the \(figures.count(coverage.pairs, "drive")) that reps may make between home and their customers; \(coverage.missing == 0 ? "none is" : coverage.missing == 1 ? "one is" : "\(figures.integer(coverage.missing)) are") estimated",
                    raw: "\(known) of \(coverage.pairs)", status: coverage.missing == 0 ? .good : .watch),
            ])
        } else if let file = config.travel.matrix {
            rows.append([
                DataTable.Cell("The matrix file", detail: file),
                DataTable.Cell("It can’t be used; see what was found while building", status: .late),
            ])
        }
        if let roads = travel.roads { rows += roadRows(roads) }
        let regions =
            config.travel.regions.map {
                ", with factors within and between \(figures.count($0.regions.count, "region"))"
            }
            ?? ""
        rows.append([
            DataTable.Cell("The estimate"),
            DataTable.Cell(
                "Distance as the crow flies × detour ÷ speed, by \(figures.count(travel.bands.count, "band")) of distance, \(travel.isFitted ? "fitted" : "as the config says")\(regions)\(errorText(travel))"
            ),
        ])
        rows.append(trafficRow(travel))
        rows.append([
            DataTable.Cell("Parking"),
            DataTable.Cell("\(figures.duration(minutes: config.travel.accessMinutes)) for each visit"),
        ])
        return DataTable(
            caption: "Where driving times come from", file: "driving-times.csv",
            columns: [.text("What"), .text("How")], rows: rows)
    }

    /// How far the estimate is off where that is known for certain, in one sentence.
    private func errorText(_ travel: TravelReport) -> String {
        guard let check = travel.matrix ?? travel.roads?.check, check.legs > 0 else { return "" }
        if case .cannotTell = check.verdict { return "" }
        func minutes(_ error: TravelError) -> String {
            "\(figures.decimal(error.meanAbsolute / 60, 1)) min or \(figures.percent(error.relative))"
        }
        let before = minutes(check.total.before)
        guard let after = check.total.after, travel.isFitted else { return "; off by \(before) a drive on average" }
        return "; off by \(minutes(after)) a drive on average, \(before) before it was fitted"
    }

    func errorTable(_ check: TravelCheck, _ source: DriveSample) -> DataTable {
        let hasFit = check.total.after != nil
        var columns: [DataTable.Column] = [
            .text("As the crow flies"), .number("Legs"), .number("Median of known ÷ estimated", wideOnly: true),
            .number("Mean error, min"), .number("Mean error, %"), .number("Sum, %", wideOnly: true),
        ]
        if hasFit { columns += [.number("Fitted: mean error, min"), .number("Fitted: mean error, %")] }
        var lines = check.rows.map { (name: distance($0), row: $0) }
        lines.append(("All", check.total))
        if let bands = check.bandsAlone {
            var row = check.total
            row.after = bands
            lines.append(("All, fitted by bands without regions", row))
        }
        if let row = check.newPlaces { lines.append(("From places that the fit does not know", row)) }
        let rows = lines.map { name, row in
            var cells = [DataTable.Cell(name)]
            cells.append(DataTable.Cell(figures.integer(row.legs), raw: String(row.legs)))
            cells.append(number(row.before.medianRatio, 2))
            cells += errors(row.before)
            let bias = row.before.bias * 100
            cells.append(
                DataTable.Cell(
                    "\(bias > 0 ? "+" : bias < 0 ? "−" : "")\(figures.decimal(abs(bias), 0))", raw: fixedNumber(bias, 1)
                ))
            if hasFit { cells += row.after.map(errors) ?? ["–", "–"] }
            return cells
        }
        let isTold: Bool
        if case .cannotTell = check.verdict { isTold = false } else { isTold = true }
        return DataTable(
            caption: source.caption, file: source.file, columns: columns, rows: isTold ? rows : [],
            empty: doubt(check, source))
    }

    private func errors(_ error: TravelError) -> [DataTable.Cell] {
        [number(error.meanAbsolute / 60, 1), number(error.relative * 100, 0)]
    }

    private func number(_ value: Double, _ decimals: Int) -> DataTable.Cell {
        DataTable.Cell(figures.decimal(value, decimals), raw: fixedNumber(value, decimals + 1))
    }

    private func distance(_ row: TravelCheck.Row) -> String {
        row.to.isFinite ? "\(plainNumber(row.from)) to \(plainNumber(row.to)) km" : "over \(plainNumber(row.from)) km"
    }

    private func doubt(_ check: TravelCheck, _ source: DriveSample) -> String {
        guard case .cannotTell(let reason) = check.verdict else { return "" }
        let legs = figures.count(check.legs, "drive")
        switch source {
        case .matrix: return "The matrix file is too small to judge the estimate by: \(legs)."
        case .roads: return "Too few drives are known by road to judge the estimate by: \(legs)."
        case .log: break
        }
        let log = "The log can’t tell how long drives take"
        return switch reason {
        case .tooFew(let count, let needed):
            "\(log): it has \(figures.count(count, "pair")) of visits one after the other with a length and a place, and \(figures.integer(needed)) are needed."
        case .impossible(let share):
            "\(log): \(figures.percent(share)) of the \(figures.integer(check.legs)) gaps between visits are too short to drive, or below nothing. Begin and length of a visit seem to be written down later, not measured."
        case .unrelated(let correlation):
            "\(log): the \(figures.integer(check.legs)) gaps between visits do not grow with the distance (rank correlation \(figures.decimal(correlation, 2)))."
        case .scattered:
            "\(log): the \(figures.integer(check.legs)) gaps between visits are too far apart, with drives and waiting mixed."
        }
    }

    /// How the errors are made, for the end of the page.
    var travelExplanation: String {
        "Driving times: a known drive counts as it is in the matrix file or by road; in the log it is the gap between two visits of one rep on one day, less parking, which also holds waiting and lunch. Mean error in % is the sum of errors over the sum of known times; Sum is how far the estimates of all legs together are off. Bands and regions are fitted to one half of the drives, and every error is that of the other half; from places that the fit does not know, regions are fitted five times without a fifth of the places each. Live traffic is what your phone’s navigation adds."
    }
}

/// What the estimate is held against.
enum DriveSample {
    case matrix
    case roads
    case log

    fileprivate var caption: String {
        switch self {
        case .matrix: "The estimate against the matrix file"
        case .roads: "The estimate against drives by road"
        case .log:
            "The estimate against the log: the half of each band’s gaps between visits that lie closest together"
        }
    }

    fileprivate var file: String {
        switch self {
        case .matrix: "driving-matrix.csv"
        case .roads: "driving-roads.csv"
        case .log: "driving-log.csv"
        }
    }
}

/// `2` or `2.5`: as it is written in a config.
func plainNumber(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
}

/// With a point and that many decimals.
func fixedNumber(_ number: Double, _ decimals: Int) -> String {
    FigureStyle.british.decimal(abs(number), decimals).replacing(",", with: "")
        .withSign(of: number)
}

extension String {
    fileprivate func withSign(of number: Double) -> String {
        number < 0 && contains { ("1"..."9").contains($0) } ? "-" + self : self
    }
}
