package import Diagnostics

/// One entry of `forecast: scenarios:`: a question of the form "what if", played on the same futures as the forecast.
///
/// Effects are combined: a deal that is lost or won by name is that and nothing else; the others get the factor on their
/// win rate, then wait. `teams`, `reps` and `stages` restrict the slip and the two factors; empty means everybody.
package struct ScenarioSetting: Sendable, Hashable {
    package var name: String
    /// Shown below the name; nil: the effects are spelt out.
    package var explanation: String?
    /// Open deals by id or exact name.
    package var loseDeals: [String] = []
    package var winDeals: [String] = []
    /// Every win comes so many days later; 0 or more.
    package var slipDays = 0
    /// On the chance of each deal to be won and on the pace of wins from new deals; 1.1 is ten percent more. Above 0.
    package var winRateFactor = 1.0
    /// Reps by id or exact name who leave on the as-of date: their deals wait, their new deals do not come.
    package var repLeaves: [String] = []
    /// On the pace of wins from deals that are not created yet; 0 or more.
    package var newDealsFactor = 1.0
    /// Ids or exact names.
    package var teams: [String] = []
    package var reps: [String] = []
    /// Stage names; with any, deals not created yet are left as they are.
    package var stages: [String] = []
    /// Where it is written.
    package var place: ProblemPlace?

    package init(name: String) { self.name = name }
}
