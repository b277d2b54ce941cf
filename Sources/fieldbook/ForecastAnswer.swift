import Forecasting
import Quantities
import Records

/// The forecast as a program reads it: amounts in whole units of the company's currency.
struct ForecastAnswer: Encodable {
    struct Scope: Encodable {
        /// `company`, `team` or `rep`.
        var kind: String
        var id: String?
        var name: String

        init(_ scope: BookingForecast.Scope, in book: SalesBook) {
            name = scopeName(scope, in: book)
            switch scope {
            case .company: kind = "company"
            case .team(let team): (kind, id) = ("team", team.text)
            case .rep(let rep): (kind, id) = ("rep", rep.text)
            }
        }
    }

    struct Range: Encodable {
        var p10: Double
        var p50: Double
        var p90: Double

        init(_ range: BookingRange) {
            (p10, p50, p90) = (range.p10.amount, range.p50.amount, range.p90.amount)
        }
    }

    struct Forecast: Encodable {
        var scope: Scope
        var period: String
        var from: String
        var until: String
        var booked: Double
        var range: Range
        var withoutBigDeals: Range?
        var notYetCreated: Double
    }

    struct Pace: Encodable {
        var scope: Scope
        var period: String
        var quota: Double?
        var missingQuotas: Int
        var booked: Double
        var attainment: Double?
        var workingDaysPassed: Int
        var workingDays: Int
        var expectedByNow: Double?
        var gap: Double?
        var neededAWeek: Double?
        var openPipeline: Double
        var coverageRatio: Double?
        var quotaChance: Double?
    }

    struct Said: Encodable {
        var commit: Double
        var bestCase: Double?
        var note: String?
        var at: String

        init(_ entry: CallRecord.Entry) {
            commit = entry.commit.amount
            bestCase = entry.bestCase?.amount
            note = entry.note
            at = entry.at.iso
        }
    }

    struct Call: Encodable {
        var scope: Scope
        var caller: String
        var month: String
        var latest: Said
        var earlier: [Said]
        var called: Int
        var asked: Int
        var model: Range?
        var difference: Double?
        var position: String?
    }

    struct Caller: Encodable {
        struct Month: Encodable {
            var month: String
            var said: Said
            var booked: Double
            var model: Double?
        }

        var scope: Scope
        var caller: String
        var moment: String
        var months: [Month]
        var wape: Double?
        var bias: Double?
        var hitShare: Double
        var modelWAPE: Double?
        var modelBias: Double?
        var comparedWAPE: Double?
    }

    struct Scenario: Encodable {
        var name: String
        var explanation: String
        var ranges: [String: Range]
        var differences: [String: Range]
        var touched: [String]
    }

    var asOf: String
    var currency: String
    var usesConfiguredRates: Bool
    var closedDeals: Int
    var setAside: [String]
    var bigDeals: [String]
    var forecasts: [Forecast]
    var pacing: [Pace]
    var calls: [Call]
    var callers: [Caller]
    var scenarios: [Scenario]

    init(_ forecast: PipelineForecast, in book: SalesBook) {
        asOf = book.asOf.iso
        currency = book.currency.code
        usesConfiguredRates = forecast.usesConfiguredRates
        closedDeals = forecast.closedDealCount
        setAside = forecast.setAside.map(\.text)
        bigDeals = forecast.bigDeals.map(\.text)
        forecasts = forecast.forecasts.map { item in
            Forecast(
                scope: Scope(item.scope, in: book), period: item.period.rawValue, from: item.from.iso,
                until: item.until.iso, booked: item.booked.amount,
                range: Range(BookingRange(p10: item.p10, p50: item.p50, p90: item.p90)),
                withoutBigDeals: item.withoutBigDeals.map { Range($0) }, notYetCreated: item.notYetCreated.amount)
        }
        pacing = forecast.pacing.map { item in
            Pace(
                scope: Scope(item.scope, in: book), period: item.period.rawValue, quota: item.quota?.amount,
                missingQuotas: item.missingQuotas, booked: item.booked.amount, attainment: item.attainment,
                workingDaysPassed: item.workingDaysPassed, workingDays: item.workingDays,
                expectedByNow: item.expectedByNow?.amount, gap: item.gap?.amount,
                neededAWeek: item.neededAWeek?.amount, openPipeline: item.openPipeline.amount,
                coverageRatio: item.coverageRatio, quotaChance: item.quotaChance)
        }
        calls = forecast.calls.map { call in
            Call(
                scope: Scope(call.scope, in: book), caller: call.caller.rawValue,
                month: String(call.month.iso.prefix(7)), latest: Said(call.latest),
                earlier: call.earlier.map { Said($0) }, called: call.called, asked: call.asked,
                model: call.model.map { Range($0) }, difference: call.difference?.amount,
                position: call.position?.rawValue)
        }
        callers = forecast.callers.map { caller in
            Caller(
                scope: Scope(caller.scope, in: book), caller: caller.caller.rawValue, moment: caller.moment.rawValue,
                months: caller.months.map {
                    Caller.Month(
                        month: String($0.month.iso.prefix(7)), said: Said($0.call), booked: $0.booked.amount,
                        model: $0.model?.amount)
                },
                wape: caller.wape, bias: caller.bias, hitShare: caller.hitShare, modelWAPE: caller.modelWAPE,
                modelBias: caller.modelBias, comparedWAPE: caller.comparedWAPE)
        }
        scenarios = forecast.scenarios.map { scenario in
            func byPeriod(_ ranges: [BookingForecast.Period: BookingRange]) -> [String: Range] {
                Dictionary(uniqueKeysWithValues: ranges.map { ($0.rawValue, Range($1)) })
            }
            return Scenario(
                name: scenario.name, explanation: scenario.explanation, ranges: byPeriod(scenario.ranges),
                differences: byPeriod(scenario.differences), touched: scenario.touched.map(\.text))
        }
    }
}
