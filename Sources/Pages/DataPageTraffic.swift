import Config
import Quantities
import Routes

/// The data page's part on traffic by weekday and hour, and the lines for the config that known drives tell.
extension SiteMaterial {
    func trafficRow(_ travel: TravelReport) -> [DataTable.Cell] {
        let factors = config.travel.factors
        let rules = figures.count(factors.rules.count, "rule")
        let how: String
        if travel.usesLearnt, let learnt = travel.learnt {
            how = "By weekday and hour, \(rules) learnt from the \(gaps(learnt)) of the log"
        } else {
            how = factors.isFlat ? "The same at any hour" : "By weekday and hour, \(rules) of the config"
        }
        let told = travel.learnt.map { travel.usesLearnt ? improvement($0) : whatLogTells($0) } ?? ""
        return [
            DataTable.Cell("Traffic"),
            DataTable.Cell(how + told + "; live traffic is what your phone’s navigation adds"),
        ]
    }

    private func gaps(_ learnt: LearntFactors) -> String { figures.count(learnt.legs, "gap") + " between visits" }

    private func whatLogTells(_ learnt: LearntFactors) -> String {
        switch learnt.verdict {
        case .found: "; the log tells other ones, which stand below" + improvement(learnt)
        case .alike: "; the \(gaps(learnt)) of the log show no hours that differ"
        case .tooFew(let needed):
            "; the log has too few gaps between visits to tell hours apart, \(figures.integer(needed)) in each half of at least two parts of the day are needed"
        case .cannotTell: "; the log can’t tell it"
        }
    }

    /// Of the judged half, where hours differ.
    private func improvement(_ learnt: LearntFactors) -> String {
        guard let judged = learnt.judged, let after = judged.after else { return "" }
        let before = figures.decimal(judged.before.meanAbsolute / 60, 1)
        return
            " (mean error \(figures.decimal(after.meanAbsolute / 60, 1)) instead of \(before) min in \(figures.count(judged.legs, "gap")) that nothing was learnt from)"
    }

    /// Hours with enough gaps, where some differ.
    func hoursTable(_ learnt: LearntFactors) -> DataTable? {
        guard learnt.verdict == .found else { return nil }
        return DataTable(
            caption: "Driving by weekday and hour, as the log tells it", file: "driving-hours.csv",
            columns: [.text("When"), .number("Legs"), .number("Times as long")],
            rows: learnt.hours.map { hours in
                [
                    DataTable.Cell("\(spoken(hours.days)), \(hours.hours.text)"),
                    DataTable.Cell(figures.integer(hours.legs), raw: String(hours.legs)),
                    DataTable.Cell(figures.decimal(hours.factor, 2), raw: fixedNumber(hours.factor, 2)),
                ]
            })
    }

    private func spoken(_ days: [Weekday]) -> String {
        guard let first = days.first, let last = days.last else { return "" }
        return first == last ? first.name : "\(first.name) to \(last.name)"
    }

    /// The lines for the config, where known drives tell bands or traffic that are closer than its own.
    var travelLines: CodeBlock? {
        guard let travel else { return nil }
        let bands = travel.offered
        let factors = travel.learnt?.factors
        if bands == nil, factors == nil { return nil }
        var titles: [String] = []
        var notes: [String] = []
        var lines = ["travel:"]
        if let bands {
            titles.append(travel.isFitted ? "The fitted bands that plans are made with" : "Bands that fit known drives")
            notes.append(
                travel.isFitted
                    ? "Bands are fitted as the config asks. To keep them as they are, write them down and say “fit: false”."
                    : "Write the bands into the config in place of its own, or say “fit: true” there and have them fitted anew by each build."
            )
            if travel.offeredFit?.regions != nil {
                notes.append("Factors of regions are no lines of a config: a build that fits finds them anew.")
            }
            lines.append("  bands:")
            lines += bands.map { "    - \(line($0))" }
        }
        if let factors {
            titles.append(travel.usesLearnt ? "the learnt traffic" : "traffic that the log tells")
            notes.append(
                travel.usesLearnt
                    ? "Traffic is learnt as the config asks with “learn_factors: true”."
                    : "Write the factors into the config, or say “learn_factors: true” there and have them learnt anew by each build."
            )
            lines.append("  factors:")
            lines += factors.rules.map { "    - \(line($0))" }
        }
        let title = titles.joined(separator: ", and ")
        return CodeBlock(
            title: title.prefix(1).uppercased() + title.dropFirst(), note: notes.joined(separator: " "),
            text: lines.joined(separator: "\n"))
    }

    private func line(_ band: TravelSettings.Band) -> String {
        let bound = band.upToKilometres.isFinite ? "up_to_km: \(plainNumber(band.upToKilometres)), " : ""
        return
            "{ \(bound)detour: \(fixedNumber(band.detour, 2)), km_per_hour: \(fixedNumber(band.kilometresPerHour, 1)) }"
    }

    private func line(_ rule: TravelFactors.Rule) -> String {
        let days = rule.days.map { $0.name.prefix(2).lowercased() }.joined(separator: ", ")
        let hours = "\(rule.hours.from.text)-\(rule.hours.until.text)"
        return "{ days: \"\(days)\", hours: \"\(hours)\", factor: \(fixedNumber(rule.factor, 2)) }"
    }
}
