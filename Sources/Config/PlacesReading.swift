import Diagnostics
import Foundation
import Yams

extension ConfigReader {
    mutating func read(_ node: Node?, _ settings: inout PathSettings) {
        let section = section(node, "paths")
        path(section, "store", &settings.store)
        path(section, "output", &settings.output)
        path(section, "archive", &settings.archive)
        path(section, "templates", &settings.templates)
        path(section, "assets", &settings.assets)
        path(section, "notes", &settings.notes)
        path(section, "roads", &settings.roads)
        // These two are written to, the first one replaced whole: they must not hold what is read.
        let defaults = PathSettings()
        keep(section, "output", &settings.output, defaults.output, apartFrom: settings, except: \.output)
        keep(section, "archive", &settings.archive, defaults.archive, apartFrom: settings, except: \.archive)
    }

    mutating func read(_ node: Node?, _ settings: inout MapSettings) {
        let section = section(node, "map")
        if let entries = list(section, "layers", limit: 50) {
            settings.layers = entries.compactMap { layer($0) }
        } else {
            _ = layer(nil)
        }
        boolean(section, "world", &settings.world)
        text(section, "attribution", &settings.attribution, limit: 500)
    }

    private mutating func layer(_ node: Node?) -> MapSettings.Layer? {
        let section = section(node, "map.layers[]")
        var layer = MapSettings.Layer(file: "", role: "")
        text(section, "file", &layer.file, limit: 1000)
        value(section, "role", &layer.role, rule: "one of \(MapSettings.roles.joined(separator: ", "))") {
            MapSettings.roles.contains($0) ? $0 : nil
        }
        guard let node else { return nil }
        if section["file"] == nil || section["role"] == nil {
            wrong(node, "map.layers[]", "'file' and 'role' are needed")
        }
        return layer.file.isEmpty || layer.role.isEmpty ? nil : layer
    }

    private mutating func path(_ section: Section, _ key: String, _ target: inout String) {
        text(section, key, &target, limit: 1000)
    }

    private mutating func keep(
        _ section: Section, _ key: String, _ target: inout String, _ standard: String,
        apartFrom settings: PathSettings, except own: KeyPath<PathSettings, String>
    ) {
        let inputs: [KeyPath<PathSettings, String>] = [
            \.store, \.output, \.archive, \.templates, \.assets, \.notes, \.roads,
        ]
        let folder = steps(to: ".")
        let place = steps(to: target)
        let others = inputs.filter { $0 != own }.map { steps(to: settings[keyPath: $0]) }
        let holds = ([folder] + others).contains { $0.starts(with: place) }
        guard holds, let node = section[key] else { return }
        report(
            "config.path",
            "'\(target)' can't be the folder of '\(section.path(of: key))': it holds other files of the workspace",
            at: node, section.path(of: key), value: target, hint: "name a folder of its own, such as '\(standard)'")
        target = standard
    }

    /// Folder names from the root of the disk, for a path relative to the config file.
    func steps(to path: String) -> [String] {
        let folder = (document.file as NSString).deletingLastPathComponent
        let base = URL(
            fileURLWithPath: folder.isEmpty ? FileManager.default.currentDirectoryPath : folder, isDirectory: true)
        return URL(fileURLWithPath: path, relativeTo: base).standardizedFileURL.pathComponents
    }
}
