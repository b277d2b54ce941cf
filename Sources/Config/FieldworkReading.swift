import Diagnostics
import Yams

extension ConfigReader {
    mutating func read(_ node: Node?, _ settings: inout TerritorySettings) {
        let section = section(node, "territories")
        number(section, "weeks_per_year", &settings.weeksPerYear, 1...53)
        number(section, "field_share", &settings.fieldShare, 0.05...1)
        number(section, "move_share", &settings.moveShare, 0...1)
        text(section, "locks", &settings.locksFile, limit: 1000)
    }
}
