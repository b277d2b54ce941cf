import Diagnostics
import Yams

extension ConfigReader {
    /// `forecast: scenarios:`; one that is wrong is left out, the others stay.
    mutating func scenarios(_ section: Section, _ scenarios: inout [ScenarioSetting]) {
        guard let entries = list(section, "scenarios", limit: 30) else {
            _ = scenario(nil)
            return
        }
        var names: Set<String> = []
        for entry in entries {
            let before = problems.count
            guard let scenario = scenario(entry), problems.count == before else { continue }
            guard names.insert(scenario.name.lowercased()).inserted else {
                report(
                    "config.scenarios", "the scenario '\(scenario.name)' is there twice", at: entry,
                    "forecast.scenarios", value: scenario.name, hint: "give each a name of its own")
                continue
            }
            scenarios.append(scenario)
        }
    }

    private mutating func scenario(_ node: Node?) -> ScenarioSetting? {
        let path = "forecast.scenarios[]"
        let section = section(node, path)
        var scenario = ScenarioSetting(name: "")
        text(section, "name", &scenario.name, limit: 80)
        text(section, "explanation", &scenario.explanation, limit: 300)
        words(section, "lose", &scenario.loseDeals)
        words(section, "win", &scenario.winDeals)
        integer(section, "slip_days", &scenario.slipDays, 0...730)
        number(section, "win_rate", &scenario.winRateFactor, 0.01...100)
        number(section, "new_deals", &scenario.newDealsFactor, 0...100)
        words(section, "rep_leaves", &scenario.repLeaves)
        words(section, "teams", &scenario.teams)
        words(section, "reps", &scenario.reps)
        words(section, "stages", &scenario.stages)
        guard let node else { return nil }
        guard section["name"] != nil else {
            if node.mapping != nil { wrong(node, path, "'name' is needed") }
            return nil
        }
        let effects = ["lose", "win", "slip_days", "win_rate", "new_deals", "rep_leaves"]
        guard effects.contains(where: { section[$0] != nil }) else {
            report(
                "config.scenarios", "nothing happens in the scenario '\(scenario.name)'", at: node, path,
                value: scenario.name, hint: "add one of: \(effects.joined(separator: ", "))")
            return nil
        }
        if let both = scenario.loseDeals.first(where: { scenario.winDeals.contains($0) }) {
            report(
                "config.scenarios", "'\(both)' is both won and lost in the scenario '\(scenario.name)'",
                at: section["win"], "\(path).win", value: both, hint: "take it out of one of the two lists")
            return nil
        }
        scenario.place = document.place(of: node, field: path)
        return scenario
    }

    /// One text, or a list of them.
    private mutating func words(_ section: Section, _ key: String, _ target: inout [String]) {
        if let sequence = section[key]?.sequence {
            let texts = sequence.map { node in node.scalar.flatMap { $0.string.isEmpty ? nil : $0.string } }
            guard texts.count <= 1000, let index = texts.firstIndex(of: nil) else {
                guard texts.count <= 1000 else {
                    return wrong(section[key] ?? sequence[0], section.path(of: key), "a list of at most 1000 texts")
                }
                target = texts.compactMap(\.self)
                return
            }
            return wrong(sequence[index], section.path(of: key), "a text or a list of texts is expected")
        }
        var word: String?
        text(section, key, &word)
        if let word { target = [word] }
    }
}
