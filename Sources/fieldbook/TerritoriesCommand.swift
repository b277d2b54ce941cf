import ArgumentParser

struct TerritoriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "territories", abstract: "Measure, balance and change who looks after whom.",
        subcommands: [
            TerritoriesProposeCommand.self, TerritoriesApplyCommand.self, TerritoriesUndoCommand.self,
            TerritoriesLogCommand.self, TerritoriesClusterCommand.self,
        ])
}
