import Config
import Geo
import Quantities
import Records
import Testing

@testable import Routes

@Suite struct LoggedLegsTests {
    private let customers = [customer("a", at: place(0)), customer("b", at: place(0.1)), customer("c", at: nil)]

    private func done(_ id: String, _ customer: String, _ day: Day, _ time: String, minutes: Int?) -> Activity {
        var activity = visit(id, customer, day: day, at: time)
        activity.minutes = minutes
        return activity
    }

    @Test func `a leg is the gap between two visits of a day less the parking`() {
        let legs = loggedLegs(
            in: book(
                rep(), customers,
                [
                    done("1", "a", monday - 14, "9:00", minutes: 30), done("2", "b", monday - 14, "10:00", minutes: 20),
                    // The next day, no length, no place, the same place: no leg.
                    done("3", "a", monday - 13, "9:00", minutes: nil), done("4", "b", monday - 13, "10:00", minutes: 5),
                    done("5", "c", monday - 13, "11:00", minutes: 5), done("6", "b", monday - 13, "12:00", minutes: 5),
                ]), travel: TravelSettings())
        #expect(legs.count == 1)
        #expect(legs.map(\.seconds) == [1620])
        #expect(abs((legs.first?.greatCircle ?? 0) - 11_119) < 5)
    }

    @Test func `traffic is taken out of a leg`() {
        var travel = TravelSettings()
        travel.factors = TravelFactors([
            .init(days: [.monday], hours: TimeWindow(from: TimeOfDay(9, 0), until: TimeOfDay(10, 0)), factor: 1.5)
        ])
        let legs = loggedLegs(
            in: book(
                rep(), customers,
                [done("1", "a", monday - 14, "9:00", minutes: 30), done("2", "b", monday - 14, "10:00", minutes: 20)]),
            travel: travel)
        #expect(legs.map(\.seconds) == [18 * 60])
    }
}

@Suite struct TravelSourcesTests {
    private let company = book(rep(), [customer("a", at: place(0.05)), customer("b", at: place(0.1))])

    @Test func `without file and fit the estimate plans`() {
        let sources = TravelSources(TravelSettings(), table: nil, in: company)
        #expect(sources.times is GreatCircleTravel)
        #expect(sources.settings == TravelSettings())
        #expect(sources.report.coverage == nil && sources.report.matrix == nil && !sources.report.isFitted)
        #expect(sources.report.log.verdict == .cannotTell(.tooFew(0, needed: 100)))
    }
}
