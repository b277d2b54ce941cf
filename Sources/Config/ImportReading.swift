import Diagnostics
import Quantities
import Yams

extension ConfigReader {
    mutating func read(_ node: Node?, _ imports: inout [String: ImportSettings]) {
        let presets = names(node, "import")
        for (key, value) in presets.entries { imports[(key.string ?? "").lowercased()] = settings(value) }
        if presets.entries.isEmpty { _ = settings(nil) }
    }

    private mutating func settings(_ node: Node?) -> ImportSettings {
        var settings = ImportSettings()
        let section = section(node, "import.<preset>")
        optional(section, "zone", &settings.zone, rule: "a zone such as 'Europe/Vienna', or 'UTC'") { Zone($0) }
        let path = section.path(of: "columns")
        for (file, columns) in names(section["columns"], path).entries {
            var fields: [String: String] = [:]
            for (column, field) in names(columns, path).entries {
                guard let name = field.scalar?.string, ImportSettings.fields.contains(name) else {
                    unknownField(field, path)
                    continue
                }
                fields[column.string ?? ""] = name
            }
            settings.columns[file.string ?? ""] = fields
        }
        return settings
    }

    private mutating func unknownField(_ node: Node, _ path: String) {
        let name = node.scalar?.string ?? ""
        let record = name.prefix { $0 != "." } + "."
        let siblings = ImportSettings.fields.filter { $0.hasPrefix(record) }
        let hint =
            nearMiss(of: name, in: ImportSettings.fields).map { "did you mean '\($0)'?" }
            ?? (siblings.isEmpty
                ? "write record and field, such as 'customer.cadence_days'"
                : "fields: \(siblings.joined(separator: ", "))")
        report("config.field", "'\(name.prefix(60))' is not a field", at: node, path, value: name, hint: hint)
    }
}
