import Foundation

/// Large inputs that are not part of the repository: `../shared` beside it, or beside a folder around it.
enum SharedData {
    static let isRequired = ProcessInfo.processInfo.environment["CI"] == "true"

    /// Path of a file or folder of the shared data, or nil when there is none.
    static func path(_ relative: String) -> String? {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let path = folder.appendingPathComponent("shared").appendingPathComponent(relative).path
            if FileManager.default.fileExists(atPath: path) { return path }
        }
        return nil
    }

    static func canRun(_ relative: String) -> Bool { isRequired || path(relative) != nil }

    static var configPath: String {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        for _ in 1...3 { folder.deleteLastPathComponent() }
        return folder.appendingPathComponent("site-config.yml").path
    }
}
