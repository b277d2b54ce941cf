import ArgumentParser

struct RoutesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes", abstract: "Plan reps' weeks.",
        subcommands: [
            RoutesPlanCommand.self, RoutesPublishCommand.self, RoutesSolveCommand.self, RoutesExportCommand.self,
            RoutesTourCommand.self,
        ])
}
