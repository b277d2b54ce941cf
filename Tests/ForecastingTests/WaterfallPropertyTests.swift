import Config
import Quantities
import Records
import Testing

@testable import Forecasting

/// Random histories: reopenings, changes at the very same moment, missing and placeholder amounts, other currencies,
/// missing close days, deals created closed, owners who change.
@Suite struct WaterfallPropertyTests {
    private typealias Change = PipelineWaterfall.Change

    private static func opportunity(_ index: Int, _ random: inout SeededRandom) -> Opportunity {
        let dollar = Currency(code: "USD")!
        var at = Instant(utc: day(8, 1), seconds: random.integer(in: 0..<(105 * 86_400)))
        let changes = (0...random.integer(in: 0..<7)).map { step in
            let stage = ["First", "First", "Second", "Second", "Won", "Lost"][random.integer(in: 0..<6)]
            let cents = random.integer(in: 0..<500_000)
            let amount: Money? =
                switch random.integer(in: 0..<12) {
                case 0: nil
                case 1: euros(random.integer(in: 0..<2))
                case 2: Money(minorUnits: cents, currency: dollar)
                default: Money(minorUnits: cents, currency: .euro)
                }
            let close = random.integer(in: 0..<8) == 0 ? nil : day(8, 1) + random.integer(in: 0..<260)
            defer {
                // A third of the changes come at the same instant, some exactly at midnight.
                switch random.integer(in: 0..<6) {
                case 0, 1: break
                case 2: at = Instant(utc: at.utcDay + 1)
                default: at = at + random.integer(in: 0..<(20 * 86_400))
                }
            }
            return OpportunityChange(
                id: RecordID("t:\(index)-\(step)"), at: at, stage: stage,
                outcome: stage == "Won" ? .won : stage == "Lost" ? .lost : .open, amount: amount, closeDay: close,
                ownerID: RecordID(["t:a", "t:b"][random.integer(in: 0..<2)]))
        }
        let known = changes.filter { $0.at < Instant(utc: day(11, 14)) }
        let last = known.last ?? changes[0]
        return Opportunity(
            id: RecordID("t:\(index)"), customerID: nil, name: "\(index)", created: changes[0].at,
            ownerID: last.ownerID, stage: last.stage, outcome: last.outcome, amount: last.amount,
            closeDay: last.closeDay, closed: last.outcome == .open ? nil : last.at,
            changes: known.isEmpty ? [changes[0]] : known)
    }

    /// The book on that evening, replayed and summed without looking at changes.
    private func pipeline(
        _ book: SalesBook, evening: Day, period: ClosedRange<Day>?, scope: PipelineWaterfall.Scope
    ) -> Int {
        book.opportunitiesKnown(on: evening).opportunities.reduce(0) { sum, deal in
            guard deal.outcome == .open, let amount = deal.amount, amount.currency == .euro, amount.minorUnits > 100
            else { return sum }
            if let period {
                guard let closeDay = deal.closeDay, closeDay <= period.upperBound else { return sum }
            }
            switch scope {
            case .company: return sum + amount.minorUnits
            case .team(let team):
                return deal.ownerID.flatMap { book.repByID[$0]?.teamID } == team ? sum + amount.minorUnits : sum
            case .rep(let rep): return deal.ownerID == rep ? sum + amount.minorUnits : sum
            }
        }
    }

    private func amounts(_ waterfall: PipelineWaterfall, _ changes: [Change]) -> [Int] {
        changes.map { waterfall[$0].amount.minorUnits }
    }

    @Test func `opening, bars and closing agree with the book on both days, to the cent`() {
        var random = SeededRandom(seed: 3)
        let scopes: [PipelineWaterfall.Scope] = [
            .company, .team(RecordID("t:north")), .rep(RecordID("t:b")), .rep(RecordID("t:nobody")),
        ]
        var seen: Set<Change> = []
        for round in 0..<300 {
            let company = book((0..<15).map { Self.opportunity($0, &random) })
            let first = day(8, 1) + random.integer(in: 0..<100)
            let last = min(company.asOf, first + random.integer(in: 0..<60))
            let scope = scopes[round % 4]
            let period =
                [nil, last.firstOfQuarter...last.lastOfQuarter, last.firstOfMonth...last.lastOfMonth][round % 3]
            let result = measureWaterfall(
                company, from: first, until: last, period: period, scope: scope, settings: ForecastSettings())
            #expect(result.sumsExactly)
            #expect(
                result.opening.minorUnits == pipeline(company, evening: first - 1, period: period, scope: scope))
            #expect(
                result.closing.minorUnits == pipeline(company, evening: last, period: period, scope: scope))
            #expect(result.bars.map(\.change) == Change.allCases)
            for bar in result.bars {
                let falls: Set<Change> = [.amountDown, .won, .lost, .slippedOut, .handedOut]
                let sign = falls.contains(bar.change) ? -1 : 1
                #expect(bar.deals.allSatisfy { $0.amount.minorUnits * sign >= 0 })
                #expect(bar.opportunities == Set(bar.opportunities).sorted())
                if bar.amount.minorUnits != 0 { seen.insert(bar.change) }
            }
            if period == nil { #expect(amounts(result, [.pulledIn, .slippedOut]) == [0, 0]) }
            if scope == .company { #expect(amounts(result, [.handedIn, .handedOut]) == [0, 0]) }
        }
        #expect(seen == Set(Change.allCases))
    }

    @Test func `two spans that follow each other add up to the whole one`() {
        var random = SeededRandom(seed: 5)
        for _ in 0..<60 {
            let company = book((0..<15).map { Self.opportunity($0, &random) })
            let middle = day(9, 1) + random.integer(in: 0..<60)
            func span(_ from: Day, _ until: Day) -> PipelineWaterfall {
                measureWaterfall(
                    company, from: from, until: until, period: day(10, 1)...day(12, 31), scope: .rep(RecordID("t:a")),
                    settings: ForecastSettings())
            }
            let parts = [span(day(8, 15), middle), span(middle + 1, day(11, 13))]
            let whole = span(day(8, 15), day(11, 13))
            #expect(parts[0].closing == parts[1].opening)
            #expect(
                zip(amounts(parts[0], Change.allCases), amounts(parts[1], Change.allCases)).map { $0 + $1 }
                    == amounts(whole, Change.allCases))
        }
    }

    @Test func `what the reps have is what the company has`() {
        var random = SeededRandom(seed: 7)
        for _ in 0..<60 {
            let company = book((0..<15).map { Self.opportunity($0, &random) })
            func measured(_ scope: PipelineWaterfall.Scope) -> PipelineWaterfall {
                measureWaterfall(
                    company, from: day(9, 1), until: day(11, 13), scope: scope, settings: ForecastSettings())
            }
            let (whole, reps) = (measured(.company), ["t:a", "t:b"].map { measured(.rep(RecordID($0))) })
            func sums(_ changes: [Change]) -> [Int] {
                zip(amounts(reps[0], changes), amounts(reps[1], changes)).map { $0 + $1 }
            }
            let own: [Change] = [.created, .reopened, .won, .lost]
            #expect(sums(own) == amounts(whole, own))
            #expect(reps[0].closing.minorUnits + reps[1].closing.minorUnits == whole.closing.minorUnits)
            // A deal that changes hands with another amount rises or falls for the company.
            let others: [Change] = [.amountUp, .amountDown]
            #expect(
                sums(others + [.handedIn, .handedOut]).reduce(0, +) == amounts(whole, others).reduce(0, +))
        }
    }

    @Test func `the order of the deals changes nothing`() {
        var random = SeededRandom(seed: 9)
        let deals = (0..<40).map { Self.opportunity($0, &random) }
        func measured(_ deals: [Opportunity]) -> PipelineWaterfall {
            measureWaterfall(
                book(deals), from: day(9, 1), until: day(11, 13), period: day(10, 1)...day(12, 31),
                settings: ForecastSettings())
        }
        #expect(measured(deals) == measured(deals.reversed()))
    }
}
