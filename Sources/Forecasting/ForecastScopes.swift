import Records

/// A scope with the reps in it. The company has also what belongs to no rep.
struct ForecastScope {
    var scope: BookingForecast.Scope
    var reps: [Rep]

    /// Company, teams, reps, each by id. A rep without a team is in the company only.
    static func all(of book: SalesBook) -> [ForecastScope] {
        let byTeam = Dictionary(grouping: book.reps.filter { $0.teamID != nil }, by: { $0.teamID })
        return [ForecastScope(scope: .company, reps: book.reps)]
            + book.teams.map { ForecastScope(scope: .team($0.id), reps: byTeam[$0.id] ?? []) }
            + book.reps.map { ForecastScope(scope: .rep($0.id), reps: [$0]) }
    }
}
