/// One of the three files of the workspace that bend a plan: where it is and how it came to be read.
package struct PlanFile: Sendable, Hashable {
    package enum Kind: String, CaseIterable, Sendable {
        case changes, daysOff, published

        /// Its key below `planning:`.
        package var setting: String { self == .daysOff ? "days_off" : rawValue }

        /// Its name beside the config where the config says nothing.
        package var standard: String {
            switch self {
            case .changes: "plan-changes.txt"
            case .daysOff: "days-off.csv"
            case .published: "published-plan.csv"
            }
        }
    }

    package var kind: Kind
    /// Relative to the config, as written there.
    package var path: String
    /// Whether the config names it: then it has to be there.
    package var isNamed: Bool
}

extension PlanningSettings {
    /// The three files in the order changes, days off, publication; they need not exist.
    package var planFiles: [PlanFile] { PlanFile.Kind.allCases.map { planFile($0) } }

    package func planFile(_ kind: PlanFile.Kind) -> PlanFile {
        let written =
            switch kind {
            case .changes: changesFile
            case .daysOff: daysOffFile
            case .published: publishedFile
            }
        return PlanFile(kind: kind, path: written ?? kind.standard, isNamed: written != nil)
    }
}
