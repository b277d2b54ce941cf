import Diagnostics
import Records
import Yams

extension ConfigReader {
    mutating func customerDefaults(_ section: Section, _ settings: inout PlanningSettings) {
        let cadences = self.section(
            section["cadence_days_by_priority"], section.path(of: "cadence_days_by_priority"))
        for priority in Priority.allCases {
            var days: Int?
            optional(cadences, priority.rawValue, &days, rule: "a whole number from 1 to 730") {
                Int($0).flatMap { (1...730).contains($0) ? $0 : nil }
            }
            settings.cadenceByPriority[priority] = days
        }
        let path = section.path(of: "visit_minutes_by_segment")
        for (key, value) in names(section["visit_minutes_by_segment"], path).entries where !isNothing(value) {
            guard let minutes = value.scalar.flatMap({ Int($0.string) }), (5...480).contains(minutes) else {
                wrong(value, path, "a whole number from 5 to 480")
                continue
            }
            settings.visitMinutesBySegment[key.string ?? ""] = minutes
        }
    }

    mutating func worth(_ node: Node?, _ settings: inout WorthSettings) {
        let section = section(node, "planning.worth")
        number(section, "minutes_on_time", &settings.minutesOnTime, 1...1440)
        number(section, "highest_urgency", &settings.highestUrgency, 1...100)
        number(section, "low_share", &settings.lowShare, 0.01...100)
        number(section, "medium_share", &settings.mediumShare, 0.01...100)
        number(section, "high_share", &settings.highShare, 0.01...100)
        integer(section, "late_penalty_minutes", &settings.latePenaltyMinutes, 0...1440)
    }

    /// The plan's files are three files of their own, and none lies where a build or a snapshot replaces everything.
    mutating func keepPlanFiles(
        of root: Section, _ settings: inout PlanningSettings, apartFrom paths: PathSettings
    ) {
        guard let node = root["planning"]?.mapping else { return }
        let config = document.file.split(separator: "/").last.map(String.init) ?? document.file
        var taken = [config, paths.store].map { steps(to: $0) }
        for file in PlanFile.Kind.allCases {
            let path = "planning.\(file.setting)"
            let planFile = settings.planFile(file)
            guard planFile.isNamed, let written = node[Node(file.setting)] else { continue }
            if isOwnFile(planFile.path, at: written, path, standard: file.standard, apartFrom: paths, &taken) {
                continue
            }
            switch file {
            case .changes: settings.changesFile = nil
            case .daysOff: settings.daysOffFile = nil
            case .published: settings.publishedFile = nil
            }
        }
    }

    /// The file of locks is one of its own too.
    mutating func keepLocksFile(of root: Section, _ config: inout SiteConfig) {
        guard let file = config.territories.locksFile, let written = root["territories"]?.mapping?[Node("locks")] else {
            return
        }
        let own = document.file.split(separator: "/").last.map(String.init) ?? document.file
        var taken = ([own, config.paths.store] + config.planning.planFiles.map(\.path)).map { steps(to: $0) }
        if !isOwnFile(
            file, at: written, "territories.locks", standard: TerritorySettings.standardLocksFile,
            apartFrom: config.paths, &taken)
        {
            config.territories.locksFile = nil
        }
    }

    /// And so are those of rates and calls.
    mutating func keepForecastFiles(of root: Section, _ config: inout SiteConfig) {
        guard let node = root["forecast"]?.mapping else { return }
        let own = document.file.split(separator: "/").last.map(String.init) ?? document.file
        let others = config.planning.planFiles.map(\.path) + [config.territories.locksPath]
        var taken = ([own, config.paths.store] + others).map { steps(to: $0) }
        let files: [(key: String, file: WritableKeyPath<ForecastSettings, String?>, standard: String)] = [
            ("rates", \.ratesFile, ForecastSettings.standardRatesFile),
            ("calls", \.callsFile, ForecastSettings.standardCallsFile),
        ]
        for (key, file, standard) in files {
            guard let path = config.forecast[keyPath: file], let written = node[Node(key)] else { continue }
            if !isOwnFile(path, at: written, "forecast.\(key)", standard: standard, apartFrom: config.paths, &taken) {
                config.forecast[keyPath: file] = nil
            }
        }
    }

    /// Reports a file that lies where sites are replaced, or that is another one of the workspace; otherwise takes it.
    private mutating func isOwnFile(
        _ text: String, at node: Node, _ path: String, standard: String, apartFrom paths: PathSettings,
        _ taken: inout [[String]]
    ) -> Bool {
        let place = steps(to: text)
        if let replaced = [paths.output, paths.archive].first(where: { place.starts(with: steps(to: $0)) }) {
            report(
                "config.path", "'\(text)' can't be '\(path)': '\(replaced)' holds nothing but sites", at: node,
                path, value: text, hint: "name a file beside the config, such as '\(standard)'")
            return false
        }
        guard !taken.contains(place) else {
            report(
                "config.path", "'\(text)' can't be '\(path)': it is another file of the workspace", at: node,
                path, value: text, hint: "name a file of its own, such as '\(standard)'")
            return false
        }
        taken.append(place)
        return true
    }
}
