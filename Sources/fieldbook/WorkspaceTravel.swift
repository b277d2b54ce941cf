import Config
import Diagnostics
import Quantities
import Records
import Routes
import SiteBuild

extension WorkspaceOptions.Workspace {
    /// Where plans take driving times from, and what is wrong with the matrix file. Of roads only what is known already
    /// counts: 'fieldbook roads fetch' and 'build' are those who ask.
    func travelSources(in book: SalesBook, inputs: ResolvedPlanInputs? = nil) throws -> (
        travel: TravelSources, problems: [Problem]
    ) {
        let read = config.travel.matrix.map { readTravelTable(path: path($0), name: $0) }
        let inputs = inputs ?? resolvePlanChanges(planInputs().inputs, in: book).0
        let roads = try knownRoads(config.travel, file: path(config.paths.roads), of: book, inputs: inputs)
        let travel = TravelSources(config.travel, table: read?.table, roads: roads, in: book)
        return (travel, (read?.problems ?? []) + travel.problems)
    }
}
