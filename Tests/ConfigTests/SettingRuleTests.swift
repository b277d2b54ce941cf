import Diagnostics
import Records
import Testing

@testable import Config

@Suite struct SettingRuleTests {
    @Test(arguments: [
        "company: {zone: CET}", "company: {currency: eur}", "company: {locale: en-XX}", "theme: {logo: a.exe}",
        "theme: {accent: green}", "theme: {accent: \"#12345\"}", "map: {layers: [{file: a, role: sea}]}",
        "planning: {lunch_window: 14:00-11:00}", "planning: {lunch_window: 25:00-26:00}",
        "planning: {lunch_minutes: 181}",
        "planning: {lunch_window: 12:00-12:30}", "planning: {cadence_days: 0}",
        "planning: {holidays: [{day: 2026-02-30}]}",
        "planning: {holidays: [{name: X}]}", "planning: {due_share: 1.5}", "planning: {due_share: nan}",
        "planning: {weeks: 0}", "planning: {weeks: 13}", "planning: {learn_visit_minutes: maybe}",
        "planning: {cadence_days_by_priority: {high: 731}}", "planning: {visit_minutes_by_segment: {Hotel: 4}}",
        "planning: {worth: {minutes_on_time: .inf}}", "planning: {worth: {low_share: 0}}",
        "planning: {reminder_minutes: -1}", "planning: {changes: [a]}",
        "planning: {working_hours: {Mon: 17:00-08:00}}", "forecast: {seed: -1}", "forecast: {prior_deals: .inf}",
        "forecast: {simulations: 100001}",
        "travel: {bands: []}", "travel: {bands: [{up_to_km: 2, detour: 1.4, km_per_hour: 30}]}",
        "travel: {bands: [{up_to_km: 9, detour: 1, km_per_hour: 9}, {up_to_km: 2, detour: 1, km_per_hour: 9}, {detour: 1, km_per_hour: 9}]}",
        "travel: {bands: [{detour: 1.2}]}", "travel: {factors: [{days: mo-fr}]}", "travel: {fit: perhaps}",
        "travel: {factors: [{days: mo-, factor: 2}]}", "travel: {factors: [{days: xx, factor: 2}]}",
        "travel: {factors: [{hours: 09:00-07:00, factor: 2}]}", "travel: {factors: [{factor: 0}]}",
        "import: {salesforce: {zone: Berlin}}",
    ])
    func `a value out of range is refused and the default stays`(text: String) throws {
        let (config, problems, _) = try read(text)
        #expect(problems.map(\.kind) == ["config.wrong-value"])
        var plain = config
        plain.planning.workingHours = SiteConfig().planning.workingHours
        plain.imports = [:]
        #expect(plain == SiteConfig())
    }

    @Test func `an accent that can't be read is measured and refused`() throws {
        let (config, problems, _) = try read("theme:\n  accent: \"#9fd8c2\"\n  accent_dark: \"#1c6b52\"\n")
        #expect(problems.map(\.kind) == ["config.contrast", "config.contrast"])
        #expect(problems[0].message == "'#9fd8c2' has a contrast of only 1.5 : 1 on the paper #fbfaf6; 4.5 is needed")
        #expect(problems.map(\.hint) == ["take a darker shade", "take a lighter shade"])
        #expect(config.theme == ThemeSettings())
        #expect(HexColour(red: 0, green: 0, blue: 0).contrast(with: HexColour(red: 255, green: 255, blue: 255)) == 21)
    }

    @Test func `stages need a won and a lost one, each once`() throws {
        #expect(try kinds("stages: [{name: A}, {name: B, outcome: won}]") == ["config.stages"])
        #expect(try kinds("stages: [{name: A, outcome: lost}, {name: B}]") == ["config.stages"])
        let twice = "stages: [{name: A}, {name: a}, {name: W, outcome: won}, {name: L, outcome: lost}]"
        #expect(try kinds(twice) == ["config.stages"])
        #expect(try read(twice).config.stages == StageSetting.usual)
        #expect(
            try kinds("stages: [{name: W, outcome: won, probability: 0.5}, {name: L, outcome: lost}]")
                == ["config.wrong-value"])
    }

    @Test(arguments: ["/", ".", "..", "templates", "templates/..", "demo.sqlite", "archive", "./notes/../assets"])
    func `the site does not go where it would replace the workspace`(path: String) throws {
        let (config, problems, _) = try read("paths: {output: \(path)}")
        #expect(problems.map(\.kind) == ["config.path"])
        #expect(config.paths.output == "public")
    }

    @Test(arguments: ["site", "../site", "/srv/site", "archives"])
    func `the site goes anywhere else`(path: String) throws {
        #expect(try read("paths: {output: \(path)}").config.paths.output == path)
    }

    @Test func `the archive may not lie around the workspace either`() throws {
        #expect(try kinds("paths: {archive: ..}") == ["config.path"])
    }

    @Test(arguments: [
        "planning: {published: public/plan.csv}", "planning: {days_off: archive/off.csv}",
        "planning: {published: demo.sqlite}", "planning: {changes: site-config.yml}",
        "planning: {changes: a, days_off: ./a}", "planning: {changes: archive}",
        "{paths: {output: site}, planning: {published: site/x/../plan.csv}}",
    ])
    func `a file of the plan does not lie where it would be replaced`(text: String) throws {
        let (config, problems, _) = try read(text)
        #expect(problems.map(\.kind) == ["config.path"])
        #expect(config.planning.planFiles.count { $0.isNamed } == (text.contains("./a") ? 1 : 0))
    }

    @Test func `an unknown key of a group is named with the one that was meant`() throws {
        #expect(try read("planning: {days-off: x}").problems.first?.hint == "did you mean 'days_off'?")
        #expect(try kinds("planning: {worth: {minutes: 3}}") == ["config.unknown-key"])
        #expect(try kinds("planning: {cadence_days_by_priority: {urgent: 3}}") == ["config.unknown-key"])
    }

    @Test func `a customer's own cadence comes before that of its priority, and that before the general one`() {
        var planning = PlanningSettings()
        planning.cadenceDays = 90
        planning.cadenceByPriority = [.high: 14]
        planning.visitMinutesBySegment = ["Hotel": 45]
        func customer(_ change: (inout Customer) -> Void) -> Customer {
            var customer = Customer(id: RecordID("a:1"), name: "A")
            change(&customer)
            return customer
        }
        #expect(planning.cadenceDays(of: customer { $0.cadenceDays = 7 }) == 7)
        #expect(planning.cadenceDays(of: customer { $0.priority = .high }) == 14)
        #expect(planning.cadenceDays(of: customer { _ in }) == 90)
        #expect(planning.visitMinutes(of: customer { $0.industry = "Hotel" }) == 45)
        #expect(planning.visitMinutes(of: customer { $0.industry = "Farm" }) == 30)
        #expect(planning.visitMinutes(of: customer { $0.visitMinutes = 10 }) == 10)
    }

    @Test func `a field that does not exist is named with the one that was meant`() throws {
        let problems = try read(
            "import: {salesforce: {columns: {Account: {A__c: customer.cadence_day, B__c: customer.x, C__c: y}}}}"
        ).problems
        #expect(problems.map(\.kind) == ["config.field", "config.field", "config.field"])
        #expect(problems[0].hint == "did you mean 'customer.cadence_days'?")
        #expect(problems[2].hint == "write record and field, such as 'customer.cadence_days'")
        #expect(Set(ImportSettings.fields).count == ImportSettings.fields.count)
    }

    @Test func `a weekday that does not exist is a problem`() throws {
        #expect(try kinds("planning: {working_hours: {Mo: 08:00-17:00, Mon: 08:00-17:00}}") == ["config.unknown-key"])
    }
}
