import Diagnostics
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
    }

    mutating func read(_ node: Node?, _ settings: inout TerritorySettings) {
        let section = section(node, "territories")
        number(section, "weeks_per_year", &settings.weeksPerYear, 1...53)
        number(section, "field_share", &settings.fieldShare, 0.05...1)
        number(section, "move_share", &settings.moveShare, 0...1)
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
}
