import Diagnostics
import Foundation
import Quantities
import Yams

extension ConfigReader {
    mutating func read(_ node: Node?, _ settings: inout TravelSettings) {
        let section = section(node, "travel")
        if let entries = list(section, "bands", limit: 20) {
            bands(entries, section["bands"], &settings.bands)
        } else {
            _ = band(nil)
        }
        integer(section, "access_minutes", &settings.accessMinutes, 0...60)
        text(section, "matrix", &settings.matrix)
        factors(section, &settings.factors)
        boolean(section, "learn_factors", &settings.learnsFactors)
        optional(section, "fit", &settings.fit, rule: "'true' or 'false'") { Bool($0.lowercased()) }
        roads(section, &settings.roads)
    }

    private mutating func roads(_ parent: Section, _ target: inout RoadSettings?) {
        let node = parent["roads"].flatMap { isNothing($0) ? nil : $0 }
        let section = section(node, "travel.roads")
        var settings = RoadSettings(server: "")
        value(section, "engine", &settings.engine, rule: "'osrm' or 'valhalla'") { RoadSettings.Engine(rawValue: $0) }
        value(
            section, "server", &settings.server,
            rule: "an address such as 'http://127.0.0.1:5000', without user, query and fragment"
        ) { serverAddress($0) }
        optional(section, "profile", &settings.profile, rule: "1 to 40 letters, digits, '-' and '_'") { text in
            let isPlain = text.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 32)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            }
            return (1...40).contains(text.utf8.count) && isPlain ? text : nil
        }
        optional(section, "max_places", &settings.maxPlaces, rule: "a whole number from 2 to 5000") {
            Int($0).flatMap { (2...5000).contains($0) ? $0 : nil }
        }
        integer(section, "parallel", &settings.parallel, 1...16)
        integer(section, "timeout_seconds", &settings.timeoutSeconds, 1...600)
        integer(section, "retries", &settings.retries, 0...10)
        integer(section, "max_snap_metres", &settings.maxSnapMetres, 1...100_000)
        integer(section, "neighbours", &settings.neighbours, 1...1000)
        guard let node else { return }
        if section["server"] == nil { wrong(node, "travel.roads", "'server' is needed") }
        if !settings.server.isEmpty { target = settings }
    }

    private mutating func bands(_ entries: [Node], _ node: Node?, _ target: inout [TravelSettings.Band]) {
        let before = problems.count
        var read: [TravelSettings.Band] = []
        for (index, entry) in entries.enumerated() {
            let band = band(entry)
            if let last = read.last, band.upToKilometres <= last.upToKilometres {
                wrong(
                    entry, "travel.bands[].up_to_km",
                    "bands go from short to long; this one is not longer than the last")
            }
            if index == entries.count - 1, band.upToKilometres.isFinite {
                wrong(entry, "travel.bands[].up_to_km", "the last band has none, so that every leg has a band")
            }
            read.append(band)
        }
        if entries.isEmpty, let node { wrong(node, "travel.bands", "at least one band is needed") }
        if problems.count == before { target = read }
    }

    private mutating func band(_ node: Node?) -> TravelSettings.Band {
        let section = section(node, "travel.bands[]")
        var band = TravelSettings.Band(upToKilometres: .infinity, detour: 0, kilometresPerHour: 0)
        value(section, "up_to_km", &band.upToKilometres, rule: "a number above 0") {
            Double($0).flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
        }
        number(section, "detour", &band.detour, 1...5)
        number(section, "km_per_hour", &band.kilometresPerHour, 1...200)
        if let node, section["detour"] == nil || section["km_per_hour"] == nil {
            wrong(node, "travel.bands[]", "'detour' and 'km_per_hour' are needed")
        }
        return band
    }

    private mutating func factors(_ section: Section, _ target: inout TravelFactors) {
        if let entries = list(section, "factors", limit: 200) {
            target = TravelFactors(entries.compactMap { factor($0) })
        } else {
            _ = factor(nil)
        }
    }

    private mutating func factor(_ node: Node?) -> TravelFactors.Rule? {
        let before = problems.count
        let section = section(node, "travel.factors[]")
        var rule = TravelFactors.Rule(
            days: Weekday.allCases, hours: TimeWindow(from: .midnight, until: .endOfDay), factor: 1)
        value(section, "days", &rule.days, rule: "weekdays such as 'mo-fr' or 'tu, th'") { weekdays($0) }
        value(section, "hours", &rule.hours, rule: "two times such as '07:00-09:00', the later one last") { window($0) }
        number(section, "factor", &rule.factor, 0.2...5)
        if let node, section["factor"] == nil { wrong(node, "travel.factors[]", "'factor' is needed") }
        return node == nil || problems.count > before ? nil : rule
    }
}

/// Without the slash at its end; nil where it is none that can be asked.
private func serverAddress(_ text: String) -> String? {
    guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
        scheme == "http" || scheme == "https", let host = parts.host, !host.isEmpty, parts.user == nil,
        parts.query == nil, parts.fragment == nil, text.count <= 300
    else { return nil }
    return text.last == "/" ? String(text.dropLast()) : text
}

/// `mo-fr`, `tu, th`, `sa-mo`: days and spans of days, in the order of the week.
private func weekdays(_ text: String) -> [Weekday]? {
    var found: Set<Weekday> = []
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
        let ends = item.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
            .map { word in
                let word = word.filter { !$0.isWhitespace }
                return weekday(word) ?? Weekday.allCases.first { $0.name.prefix(2).lowercased() == word.lowercased() }
            }
        guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1] else { return nil }
        let span = (last.rawValue - first.rawValue + 7) % 7
        found.formUnion((0...span).map { Weekday.allCases[(first.rawValue - 1 + $0) % 7] })
    }
    return found.sorted()
}
