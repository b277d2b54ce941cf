import Diagnostics
import Records
import Yams

extension ConfigReader {
    mutating func read(stagesOf root: Section, _ stages: inout [StageSetting]) {
        guard let entries = list(root, "stages", limit: 100) else {
            _ = stage(nil)
            return
        }
        let read = entries.compactMap { stage($0) }
        var names: Set<String> = []
        for (entry, stage) in read where !names.insert(stage.name.lowercased()).inserted {
            report("config.stages", "the stage '\(stage.name)' is there twice", at: entry, "stages", value: stage.name)
        }
        for outcome in [Opportunity.Outcome.won, .lost] where !read.contains(where: { $0.1.outcome == outcome }) {
            report(
                "config.stages", "no stage has the outcome '\(outcome.rawValue)'", at: root["stages"], "stages",
                hint: "add 'outcome: \(outcome.rawValue)' to the stage of \(outcome.rawValue) deals")
            return
        }
        if names.count == entries.count { stages = read.map(\.1) }
    }

    private mutating func stage(_ node: Node?) -> (Node, StageSetting)? {
        let section = section(node, "stages[]")
        var name = ""
        text(section, "name", &name)
        var outcome = Opportunity.Outcome.open
        value(section, "outcome", &outcome, rule: "'open', 'won' or 'lost'") { Opportunity.Outcome(rawValue: $0) }
        var probability = outcome == .won ? 1.0 : outcome == .lost ? 0 : 0.1
        number(section, "probability", &probability, 0...1)
        var category = standardCategory(outcome, probability)
        let words: [String: ForecastCategory] = [
            "pipeline": .pipeline, "best_case": .bestCase, "commit": .commit, "closed": .closed, "omitted": .omitted,
        ]
        value(section, "category", &category, rule: "pipeline, best_case, commit, closed or omitted") { words[$0] }
        guard let node else { return nil }
        if section["name"] == nil { wrong(node, "stages[]", "'name' is needed") }
        if let written = section["probability"], outcome != .open, probability != (outcome == .won ? 1 : 0) {
            wrong(written, "stages[].probability", "a \(outcome.rawValue) stage has \(outcome == .won ? "1" : "0")")
        }
        return name.isEmpty
            ? nil : (node, StageSetting(name: name, outcome: outcome, probability: probability, category: category))
    }

    private func standardCategory(_ outcome: Opportunity.Outcome, _ probability: Double) -> ForecastCategory {
        switch outcome {
        case .won: .closed
        case .lost: .omitted
        case .open: probability >= 0.9 ? .commit : probability >= 0.6 ? .bestCase : .pipeline
        }
    }
}
