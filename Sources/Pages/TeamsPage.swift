import Forecasting
import Quantities
import Teams

extension SiteMaterial {
    /// All teams of the week.
    func teamsPage() -> PageOutput {
        let path = SitePaths.teams
        let league = leagueTable(on: path)
        return output(
            of: ListPage(
                path: path, title: "Teams, week \(week.iso)", finding: weekFinding(teams.company, name: "The company"),
                cards: weekCards(teams.company, scope: .company, on: path), tables: [league]))
    }
}
