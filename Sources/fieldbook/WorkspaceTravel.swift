import Config
import Diagnostics
import Records
import Routes

extension WorkspaceOptions.Workspace {
    /// Where plans take driving times from, and what is wrong with the matrix file.
    func travelSources(in book: SalesBook) -> (travel: TravelSources, problems: [Problem]) {
        let read = config.travel.matrix.map { readTravelTable(path: path($0), name: $0) }
        let travel = TravelSources(config.travel, table: read?.table, in: book)
        return (travel, (read?.problems ?? []) + travel.problems)
    }
}
