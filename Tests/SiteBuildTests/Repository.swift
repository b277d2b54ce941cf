import Foundation

/// Where this package lies: its templates and assets are what the tests build with.
enum Repository {
    static let root: String = {
        var url = URL(fileURLWithPath: #filePath)
        while url.path != "/" {
            url.deleteLastPathComponent()
            if FileManager.default.fileExists(atPath: url.appendingPathComponent("Package.swift").path) { break }
        }
        return url.path
    }()

    /// A file of data that is shared between projects and not part of this one: looked for beside the root and above.
    static func sharedFile(_ name: String) -> String? {
        var url = URL(fileURLWithPath: root)
        while url.path != "/" {
            url.deleteLastPathComponent()
            let path = url.appendingPathComponent("shared").appendingPathComponent(name).path
            if FileManager.default.fileExists(atPath: path) { return path }
        }
        return nil
    }

    static let isContinuousIntegration = ProcessInfo.processInfo.environment["CI"] == "true"
}
