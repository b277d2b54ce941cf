import ArgumentParser
import Config
import Foundation

struct RoadsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roads", abstract: "See, fetch and tidy what road engines answer.",
        subcommands: [RoadsStatusCommand.self, RoadsFetchCommand.self, RoadsPruneCommand.self])
}

/// The config, the store and the file of what road engines have answered.
struct RoadsOptions: ParsableArguments {
    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: "The file of road engines' answers; overrides 'paths: roads:'.")
    var cache: String?

    func cachePath(_ loaded: WorkspaceOptions.Workspace) -> String {
        cache ?? loaded.path(loaded.config.paths.roads)
    }
}

/// Bytes of a file; 0 where there is none.
func fileSize(_ path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
}

/// `12 kB`, rounded up, or `3.4 MB`.
func sizeText(_ bytes: Int) -> String {
    if bytes < 1024 * 1024 { return "\((bytes + 1023) / 1024) kB" }
    let tenths = (bytes * 10 + 512 * 1024) / (1024 * 1024)
    return "\(tenths / 10).\(tenths % 10) MB"
}
