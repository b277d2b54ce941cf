import Config
import Forecasting
import Quantities
import Records
import Testing

@testable import Pages

/// What the pages about the forecast say, and that words, pictures and tables agree.
@Suite struct PipelineWordsTests {
    private func euros(_ amount: Int) -> Money { Money(minorUnits: amount * 100, currency: .euro) }

    private func open(_ id: String, stage: String = "Prospecting", amount: Int, close: Int = 20) -> Opportunity {
        let change = OpportunityChange(
            id: RecordID("t:\(id)-0"), at: Instant(utc: friday - 3, seconds: 43_200), stage: stage, outcome: .open,
            amount: euros(amount), closeDay: friday + close, ownerID: nil)
        return Opportunity(
            id: RecordID("t:\(id)"), customerID: "t:adler", name: "Deal \(id)", created: change.at, ownerID: "t:ana",
            stage: stage, outcome: .open, amount: change.amount, closeDay: change.closeDay, closed: nil,
            changes: [change])
    }

    private func step(
        _ id: String, _ verb: DealStep.Verb, stake: Double, chance: Double = 0.4, risks: [DealForecast.Risk]
    ) -> DealStep {
        let deal = open(id, amount: 1_000)
        return DealStep(
            verb: verb, deal: deal,
            forecast: DealForecast(
                opportunityID: deal.id, winChance: chance, monthChance: 0, quarterChance: 0, daysInStage: 3,
                pushCount: 0, risks: risks), usualChance: 0.5, timesUsual: 7.2, stake: stake)
    }

    @Test func `two deals of each verb stand before the third of any`() {
        let material = smallMaterial()
        let steps =
            (1...4).map { step("next-\($0)", .nextStep, stake: Double(100 - $0), risks: [.noNextStep]) } + [
                step("call-1", .call, stake: 9, risks: [.quiet]), step("day-1", .newDay, stake: 8, risks: [.quiet]),
            ]
        #expect(
            material.mixed(steps).map(\.deal.id.text)
                == ["next-1", "next-2", "call-1", "day-1", "next-3", "next-4"].map { "t:\($0)" })
        let table = material.decideTable(steps, shown: 6, on: SitePaths.pipeline)
        #expect(table.caption.hasPrefix("At risk: 6\u{a0}deals, €\u{a0}6.00\u{a0}k;"))
        #expect(table.rows[2].first?.text == "Phone the customer")
    }

    @Test func `the reason tells more than the verb`() {
        let material = smallMaterial()
        let next = material.whyText(step("a", .nextStep, stake: 1, risks: [.noNextStep]))
        #expect(
            next == "no next step agreed, last activity 30\u{a0}days ago and promised for 3\u{a0}Dec\u{a0}2026")
        let out = material.whyText(step("b", .takeOut, stake: 1, chance: 0.2, risks: [.pushed, .noNextStep]))
        #expect(
            out.hasPrefix("chance 20\u{a0}%, its stage’s usual 50\u{a0}%, ") && !out.contains("last activity"))
        let odd = material.whyText(step("c", .checkAmount, stake: 0, chance: 0, risks: [.stuck]))
        #expect(odd.hasPrefix("7 times the usual deal and in “Prospecting”"))
    }

    @Test func `a deal without any chance is taken out, or its amount doubted where it is huge`() {
        var material = smallMaterial {
            $0.opportunities = (1...4).map { self.open("\($0)", amount: 100) } + [self.open("huge", amount: 9_000)]
        }
        for index in material.forecast.deals.indices {
            material.forecast.deals[index].winChance = 0.004
            material.forecast.deals[index].risks = [.stuck]
        }
        let verbs = Dictionary(
            material.dealSteps().map { ($0.deal.id.text, $0.verb) }, uniquingKeysWith: { first, _ in first })
        #expect(verbs["t:huge"] == .checkAmount)
        #expect(verbs.count == 5 && verbs.filter { $0.key != "t:huge" }.allSatisfy { $0.value == .takeOut })
        material.forecast.deals[0].winChance = 0.006
        #expect(material.dealSteps().contains { $0.verb == .call })
    }

    @Test func `teams behind even pace are never said to be on their way`() {
        var material = smallMaterial()
        let team = BookingForecast.Scope.team("t:north")
        func pacing(expected: Int) -> Pacing {
            Pacing(
                scope: team, period: .quarter, from: friday, until: friday + 40, quota: euros(100), missingQuotas: 0,
                booked: euros(40), workingDaysPassed: 3, workingDays: 9, expectedByNow: euros(expected),
                neededAWeek: nil, openPipeline: euros(10), expected: nil, quotaChance: nil)
        }
        func title(middle: Int, expected: Int) -> String {
            material.forecast.pacing = [pacing(expected: expected)]
            guard var item = material.booking(.company, .quarter) else { return "" }
            item.scope = team
            item.quota = euros(100)
            item.p50 = euros(middle)
            return material.teamTitle([item])
        }
        #expect(
            title(middle: 120, expected: 30) == "Every team is at even pace or ahead, and likely to reach its quota")
        #expect(
            title(middle: 120, expected: 50)
                == "The team is behind even pace today; the forecast still reaches every quota")
        #expect(title(middle: 90, expected: 30).hasSuffix("likely to miss the quota; none is behind even pace"))
    }

    @Test func `chances that look the same to three decimals are a tie`() {
        let material = smallMaterial()
        #expect(material.brierTitle(ours: 0.1223, rival: 0.1218).hasSuffix("a tie"))
        #expect(material.brierTitle(ours: 0.1231, rival: 0.1218).hasPrefix("A stage rule was nearer"))
        #expect(material.brierTitle(ours: 0.120, rival: 0.122).hasPrefix("The chances were nearer"))
        #expect(material.brierTitle(ours: 0.120, rival: nil).hasPrefix("There is nothing"))
    }

    @Test func `words, picture and table of calls speak of the same calls`() throws {
        var material = smallMaterial {
            $0.opportunities = [self.open("one", amount: 500)]
            $0.forecastCalls = [
                ForecastCall(
                    id: "t:call", repID: "t:ana", caller: .rep, month: friday, commit: self.euros(1_000_000),
                    note: nil, at: Instant(utc: friday - 3))
            ]
        }
        material.forecast.addPeople(of: material.book, config: material.config, daysOff: [], score: nil)
        let section = material.callSection(on: SitePaths.pipeline)
        let picture = try #require(section.pictures.first)
        let whole = material.forecast.calls.filter { $0.difference != nil && $0.month == friday.firstOfMonth }
        #expect(picture.title.contains("of \(whole.count)\u{a0}call"))
        #expect(
            picture.title.lowercased().hasPrefix(material.outsideText(material.forecast.calls).prefix(20).lowercased()))
        let outside = section.tables.flatMap(\.rows).count { $0.contains { $0.text == "above" } }
        #expect(picture.title.hasPrefix("\(outside) of "))
    }

    @Test func `changes have one minus sign, before the currency`() throws {
        let material = smallMaterial { $0.opportunities = [self.open("one", amount: 500)] }
        var waterfall = material.forecast.waterfall
        let lost = try #require(waterfall.bars.firstIndex { $0.change == .lost })
        waterfall.bars[lost].amount = euros(-5_550)
        let table = material.changeTable(waterfall, caption: "What changed", file: "w.csv")
        #expect(table.rows.first { $0[0].text == "Lost" }?.last?.text == "−€\u{a0}5,550")
        let picture = material.waterfallPicture(waterfall, table: table, linksTo: false, width: 600)
        #expect(!picture.subtitle.contains("Won deals"))
    }

    @Test func `the page says whether the landing moved since the week began`() throws {
        var material = smallMaterial { $0.opportunities = [self.open("one", amount: 500)] }
        let quarter = try #require(material.booking(.company, .quarter))
        let month = try #require(material.booking(.company, .month))
        let before = Money(minorUnits: quarter.p50.minorUnits + 30_000, currency: .euro)
        func range(_ middle: Money) -> BookingRange { BookingRange(p10: middle, p50: middle, p90: middle) }
        material.forecast.earlier = EarlierForecast(
            asOf: friday - 5, month: range(month.p50), quarter: range(before))
        let text = try #require(material.landingChange)
        #expect(text.hasPrefix("The quarter’s middle fell by €\u{a0}300 (€\u{a0}"))
        #expect(text.contains("since then; November 2026’s stayed at €\u{a0}"))
        material.forecast.earlier = nil
        #expect(material.landingChange == nil)
    }
}
