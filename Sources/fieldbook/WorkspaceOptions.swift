import ArgumentParser
import Config
import Diagnostics
import Foundation
import Quantities

/// The config and the store that most subcommands work on.
struct WorkspaceOptions: ParsableArguments {
    @Option(help: "The workspace's settings.")
    var config = "site-config.yml"

    @Option(help: "The customer store; overrides 'paths: store:'.")
    var store: String?

    /// The config with its problems reported, and the folder that its paths start from.
    func load() throws -> Workspace {
        guard config != "site-config.yml" || FileManager.default.fileExists(atPath: config) else {
            return Workspace(config: SiteConfig(), bytes: [], folder: "", problems: [])
        }
        let (settings, problems) = try loadConfig(config)
        let bytes = FileManager.default.contents(atPath: config).map { [UInt8]($0) } ?? []
        let folder = config.contains("/") ? String(config[..<config.lastIndex(of: "/")!]) : ""
        return Workspace(config: settings, bytes: bytes, folder: folder, problems: problems)
    }

    struct Workspace {
        var config: SiteConfig
        var bytes: [UInt8]
        /// Empty for the current folder.
        var folder: String
        var problems: [Problem]

        func path(_ text: String) -> String { text.hasPrefix("/") || folder.isEmpty ? text : folder + "/" + text }

        /// The files that bend the plan, those that there are, with what is wrong with them.
        func planInputs() -> ReadPlanInputs { readPlanInputs(config.planning, folder: folder) }
    }

    func storePath(_ workspace: Workspace) -> String { store ?? workspace.path(workspace.config.paths.store) }
}

/// The one place where the clock is read: today in the company's zone, when no date is given.
func today(in zone: Zone) -> Day { zone.day(of: now()) }

func now() -> Instant {
    // The door: everything behind it is given its time.
    Instant(secondsSinceEpoch: Int(Date().timeIntervalSince1970))
}
