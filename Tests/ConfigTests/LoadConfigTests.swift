import Diagnostics
import Foundation
import Quantities
import Records
import Testing

@testable import Config

func read(_ text: String) throws -> (config: SiteConfig, problems: [Problem], asked: Set<String>) {
    var reader = ConfigReader(try ConfigDocument(file: "site-config.yml", bytes: Data(text.utf8)))
    let config = readConfig(&reader)
    return (config, reader.problems.sorted(by: Problem.listingOrder), reader.asked)
}

func kinds(_ text: String) throws -> [String] { try read(text).problems.map(\.kind) }

@Suite struct LoadConfigTests {
    @Test(arguments: ["", "# nothing\n", "company:\nplanning: ~\nstages: null\n", "---\n"])
    func `nothing written means the defaults`(text: String) throws {
        let (config, problems, _) = try read(text)
        #expect(config == SiteConfig())
        #expect(problems.isEmpty)
    }

    @Test func `every setting is documented, and every documented one is read`() throws {
        let asked = try read("").asked
        let documented = settingDescriptions.map(\.path)
        #expect(Set(documented).count == documented.count)
        #expect(settingDescriptions.allSatisfy { !$0.allowed.isEmpty && !$0.meaning.isEmpty })
        let groups = asked.filter { path in
            documented.contains { $0.hasPrefix(path + ".") || $0.hasPrefix(path + "[]") }
        }
        #expect(asked.subtracting(groups) == Set(documented))
    }

    @Test func `every setting can be set`() throws {
        let (config, problems, _) = try read(
            """
            company: {name: Alpha, zone: Europe/Vienna, currency: CHF, locale: de-CH}
            theme: {name: A, logo: a.SVG, accent: "#0A3D2E", accent_dark: "#ffffff"}
            paths: {store: s, output: o, archive: a, templates: ../t, assets: /x, notes: n}
            map: {layers: [{file: ../w.json, role: water}], world: false, attribution: © me}
            stages:
              - {name: Talk, probability: 0.95}
              - {name: Yes, outcome: won}
              - {name: No, outcome: lost, category: omitted}
            planning:
              working_hours: {Mon: 07:00-12:00, friday: "8:00–9:00", Sun: off}
              lunch_window: 12:00-13:00
              lunch_minutes: 30
              visit_minutes: 20
              cadence_days: 28
              max_visits_per_day: 9
              max_driving_minutes_per_day: 200
              holidays: [{day: 2026-12-25, name: Christmas}, {day: 2027-01-01}]
              due_share: 0.8
              steps: 100
              steps_later_weeks: 50
              weeks: 4
              cadence_days_by_priority: {high: 14, low: 56}
              visit_minutes_by_segment: {Hotel: 45, "Bäckerei & Café": 20}
              learn_visit_minutes: false
              reminder_minutes: 30
              freeze_published: False
              worth: {minutes_on_time: 90, highest_urgency: 2, low_share: 0.5, medium_share: 1.1, high_share: 2, late_penalty_minutes: 10}
              changes: plan/changes.txt
              days_off: ../off.csv
              published: plan/published.csv
            travel: {bands: [{up_to_km: 5, detour: 1.5, km_per_hour: 30}, {detour: 1.2, km_per_hour: 80}], access_minutes: 5, matrix: drives.csv, fit: true, factors: [{days: sa-mo, hours: 7:00-9:00, factor: 1.5}]}
            territories: {weeks_per_year: 40, field_share: 0.7, move_share: 0.1, locks: l.csv}
            forecast: {simulations: 500, seed: 7, prior_deals: 10.5, placeholder_up_to: 2, big_deal_share: 0.1}
            report: {minimum_sample: 3, quiet_days: 14}
            import: {Salesforce: {zone: Europe/Berlin, columns: {Account: {X__c: customer.cadence_days}}}}
            """)
        #expect(problems == [])
        #expect(config.company.name == "Alpha" && config.company.zone.name == "Europe/Vienna")
        #expect(config.company.currency.code == "CHF" && config.company.figures.locale == "de-CH")
        #expect(config.theme.accent == "#0a3d2e" && config.theme.accentDark == "#ffffff")
        #expect(config.theme.logo == "a.SVG" && config.theme.name == "A")
        #expect(config.paths.templates == "../t" && config.paths.assets == "/x" && config.paths.output == "o")
        #expect(config.map.layers == [MapSettings.Layer(file: "../w.json", role: "water")])
        #expect(config.map.attribution == "© me")
        #expect(!config.map.world && MapSettings().world)
        #expect(config.stages.map(\.outcome) == [.open, .won, .lost])
        #expect(config.stages.map(\.category) == [.commit, .closed, .omitted])
        #expect(config.stages.map(\.probability) == [0.95, 1, 0])
        let planning = config.planning
        #expect(planning.workingHours[.monday] == TimeWindow(from: TimeOfDay(7, 0), until: TimeOfDay(12, 0)))
        #expect(planning.workingHours[.friday] == TimeWindow(from: TimeOfDay(8, 0), until: TimeOfDay(9, 0)))
        #expect(planning.workingHours.daysPerWeek == 2)
        #expect(planning.lunchWindow == TimeWindow(from: TimeOfDay(12, 0), until: TimeOfDay(13, 0)))
        #expect(planning.holidays.map(\.day.iso) == ["2026-12-25", "2027-01-01"])
        #expect(planning.steps == 100 && planning.stepsLaterWeeks == 50 && planning.weeks == 4)
        #expect(planning.cadenceByPriority == [.high: 14, .low: 56])
        #expect(planning.visitMinutesBySegment == ["Hotel": 45, "Bäckerei & Café": 20])
        #expect(!planning.learnVisitMinutes && !planning.freezePublished && planning.reminderMinutes == 30)
        #expect(planning.worth.minutesOnTime == 90 && planning.worth.highestUrgency == 2)
        #expect(Priority.allCases.map { planning.worth.share(of: $0) } == [0.5, 1.1, 2])
        #expect(planning.worth.latePenaltyMinutes == 10)
        #expect(planning.planFiles.map(\.path) == ["plan/changes.txt", "../off.csv", "plan/published.csv"])
        #expect(planning.cadenceDays == 28 && planning.visitMinutes == 20 && planning.lunchMinutes == 30)
        #expect(planning.maxVisitsPerDay == 9 && planning.maxDrivingMinutesPerDay == 200)
        #expect(planning.dueShare == 0.8 && planning.steps == 100)
        #expect(config.travel.bands.map(\.upToKilometres) == [5, .infinity] && config.travel.accessMinutes == 5)
        #expect(config.travel.matrix == "drives.csv" && config.travel.fit == true)
        #expect(config.travel.factors.rules.map(\.days) == [[.monday, .saturday, .sunday]])
        #expect(config.territories.weeksPerYear == 40 && config.territories.fieldShare == 0.7)
        #expect(config.territories.moveShare == 0.1 && config.territories.locksFile == "l.csv")
        #expect(config.forecast.seed == 7 && config.forecast.priorDeals == 10.5 && config.forecast.simulations == 500)
        #expect(config.forecast.placeholderUpTo == 2 && config.forecast.bigDealShare == 0.1)
        #expect(config.report.minimumSample == 3 && config.report.quietDays == 14)
        #expect(config.imports["salesforce"]?.columns == ["Account": ["X__c": "customer.cadence_days"]])
        #expect(config.imports["salesforce"]?.zone?.name == "Europe/Berlin")
    }

    @Test func `an unknown key is shown with its place and the word that was meant`() throws {
        let problem = try #require(try read("company:\n  name: A\nteritories:\n  move_share: 0.1\n").problems.first)
        #expect(
            problem.text == """
                site-config.yml:3:1: error: 'teritories' is not a setting [config.unknown-key]
                    3 | teritories:
                      | ^~~~~~~~~~
                  hint: did you mean 'territories'?
                """)
    }

    @Test func `all problems are found at once, in the order of the file`() throws {
        let text = """
            company: {zone: Nowhere, currency: euro}
            planning:
              visit_minutes: soon
              lunch: 3
            report:
              quiet_days: 0
            """
        let problems = try read(text).problems
        #expect(
            problems.map(\.kind) == [
                "config.wrong-value", "config.wrong-value", "config.wrong-value", "config.unknown-key",
                "config.wrong-value",
            ])
        #expect(problems.map { $0.place?.line } == [1, 1, 3, 4, 6])
        #expect(problems[2].message == "'soon' is no value of 'planning.visit_minutes': a whole number from 5 to 480")
        #expect(problems.allSatisfy { $0.severity == .error })
    }

    @Test func `a missing file is a problem or means the defaults`() throws {
        let error = #expect(throws: ProblemError.self) { try loadConfig("/nowhere/site-config.yml") }
        #expect(error?.problems.map(\.kind) == ["config.missing"])
        let (config, problems) = try loadConfig("/nowhere/site-config.yml", isOptional: true)
        #expect(config == SiteConfig() && problems.isEmpty)
        #expect(throws: ProblemError.self) { try loadConfig("/") }
    }

    @Test func `the config of the demo has no problem`() throws {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        for _ in 1...3 { folder.deleteLastPathComponent() }
        let (config, problems) = try loadConfig(folder.appendingPathComponent("site-config.yml").path)
        #expect(problems == [])
        #expect(config.stages == StageSetting.usual)
        #expect(config.imports["salesforce"]?.columns.count == 3)
        var plain = config
        let defaults = SiteConfig()
        plain.planning.holidays = []
        plain.forecast.scenarios = []
        #expect(config.forecast.scenarios.map(\.name) == ["A slow winter"])
        #expect(plain.planning == defaults.planning && plain.travel == defaults.travel)
        #expect(plain.forecast == defaults.forecast && plain.report == defaults.report && plain.paths == defaults.paths)
    }
}
