import Foundation

/// Published instances, which are not part of the repository: `../shared` beside it, or beside a folder around it.
enum SharedRoutes {
    static let isRequired = ProcessInfo.processInfo.environment["CI"] == "true"

    static var folder: String? {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let path = folder.appendingPathComponent("shared/data/routes").path
            if FileManager.default.fileExists(atPath: path) { return path }
        }
        return nil
    }

    static var canRun: Bool { isRequired || folder != nil }

    static func text(_ relative: String) -> String? {
        folder.flatMap { FileManager.default.contents(atPath: "\($0)/\(relative)") }.map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// Files of a set, in order of their names.
    static func files(of set: String) -> [String] {
        let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: "\($0)/\(set)") } ?? []
        return names.sorted().map { "\(set)/\($0)" }
    }
}
