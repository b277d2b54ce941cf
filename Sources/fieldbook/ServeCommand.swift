import ArgumentParser
import Config
import Diagnostics
import Foundation
import Serving
import SiteBuild

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Look at the site in a browser; it is built again when something changes.",
        discussion: "Only this machine can read it, unless --lan is given. Ctrl-C ends it.")

    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: "Where the site is; overrides 'paths: output:'.")
    var output: String?

    @Option(help: "The port to listen at; 0 takes any free one.")
    var port: UInt16 = 8765

    @Flag(help: "Let other devices of the local network read it, such as a phone.")
    var lan = false

    @Flag(help: "Serve what is there and never build.")
    var noWatch = false

    func run() async throws {
        let loaded = try workspace.load()
        let paths = loaded.config.paths
        let site = output ?? loaded.path(paths.output)
        let roots = SiteRoots(site: absolute(site), weeks: absolute(loaded.path(paths.archive)))
        let server = try SiteServer(port: port, isOnNetwork: lan)
        let builder = SiteBuilder(arguments: buildArguments(site))

        // Taken before the first build, so that what changes while it runs is not missed.
        let store = workspace.storePath(loaded)
        let watched =
            [workspace.config, store, store + "-wal"]
            + [paths.templates, paths.assets, paths.notes].map { loaded.path($0) }
            + (loaded.config.map.layers.map(\.file) + loaded.config.planning.planFiles.map(\.path)
            + [loaded.config.territories.locksPath]
            + [loaded.config.theme.logo, loaded.config.travel.matrix].compactMap { $0 }).map {
                loaded.path($0)
            }
        let ignored = [site, loaded.path(paths.archive)]
        let read: @Sendable () -> FileReading = { FileReading(of: watched, ignoring: ignored) }
        let start = read()

        if !FileManager.default.fileExists(atPath: site + "/index.html") {
            guard !noWatch else {
                throw ProblemError(
                    "serve.no-site", "There is no site at '\(site)'", at: ProblemPlace(file: site),
                    hint: "run 'fieldbook build' first, or leave out --no-watch")
            }
            writeError("There is no site at '\(site)' yet: building it.")
            try await builder.build()
        } else {
            report(loaded.problems)
        }

        announce(server.port)
        let isWatching = !noWatch
        try await serve(roots, at: server) {
            guard isWatching else { return }
            await watch(from: start, read) {
                writeError("Something changed: building again.")
                try await builder.build()
                writeError("The site is new: reload the page in the browser.")
            } failed: { error in
                if let error = error as? ProblemError { report(error.problems) } else { writeError("\(error)") }
                writeError("The build failed, the old site stays.")
            }
        }
        writeError("Stopped.")
    }

    private func announce(_ port: UInt16) {
        writeAnswer("http://127.0.0.1:\(port)/")
        if lan {
            let addresses = localAddresses()
            for address in addresses { writeAnswer("http://\(address):\(port)/") }
            if addresses.isEmpty { writeError("This machine is in no local network.") }
            writeError("Warning: anybody on this network can now read the whole site, customers and notes included.")
        }
        writeError("Ctrl-C ends it.")
    }

    /// Of a `build` of the same workspace into the same folder.
    private func buildArguments(_ site: String) -> [String] {
        ["--config=\(workspace.config)", "--output=\(site)"] + (workspace.store.map { ["--store=\($0)"] } ?? [])
    }

    private func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }
}

/// Builds as `fieldbook build` does, reading the config and the date anew each time.
private struct SiteBuilder: Sendable {
    var arguments: [String]

    func build() async throws {
        let order = try BuildCommand.parse(arguments).order()
        let built = try await buildSite(order) { _ in }
        report(built.problems)
    }
}
