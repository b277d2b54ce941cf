package import Quantities
package import Records

/// The report week of the whole company, its teams and its reps.
package struct TeamSummaries: Sendable, Hashable {
    package var monday: Day
    package var company: WeekSummary
    /// By team id; reps without a team come last, as `TeamSummary.withoutTeam`.
    package var teams: [TeamSummary]

    package init(monday: Day, company: WeekSummary, teams: [TeamSummary]) {
        self.monday = monday
        self.company = company
        self.teams = teams
    }
}

package struct TeamSummary: Sendable, Hashable {
    /// Stands for the reps whom no known team holds; `SalesBook.teamByID` does not know it.
    package static let withoutTeam = RecordID<Team>("fieldbook:without-team")

    package var teamID: RecordID<Team>
    package var week: WeekSummary
    /// Reps of the team who worked in that week, by id.
    package var reps: [RepSummary]

    package init(teamID: RecordID<Team>, week: WeekSummary, reps: [RepSummary]) {
        self.teamID = teamID
        self.week = week
        self.reps = reps
    }
}

package struct RepSummary: Sendable, Hashable {
    package var repID: RecordID<Rep>
    package var week: WeekSummary

    package init(repID: RecordID<Rep>, week: WeekSummary) {
        self.repID = repID
        self.week = week
    }
}
