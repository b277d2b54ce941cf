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

    @Test func `with a fit, what the file lacks is estimated by the bands that fit it`() throws {
        // On these roads everything takes twice as long; two customers are not in the file.
        var random = SeededRandom(seed: 5)
        let customers = (0..<40).map {
            customer("t:\($0)", at: place(random.unit() * 0.3, random.unit() * 0.3))
        }
        let usual = GreatCircleTravel(TravelSettings())
        var lines = ["from,to,seconds"]
        for from in customers.dropLast(2) {
            for to in customers.dropLast(2) where to.id != from.id {
                let leg = usual.leg(from: from.place!, to: to.place!)
                lines.append("\(from.id.text),\(to.id.text),\(leg.driving.count * 2)")
            }
        }
        let table = try travelTable(lines.joined(separator: "\n"))
        let company = book(rep(), customers)
        var settings = TravelSettings()
        let shown = TravelSources(settings, table: table, in: company)
        #expect(shown.settings == settings && shown.report.offered != nil && !shown.report.isFitted)
        settings.fit = true
        let fitted = TravelSources(settings, table: table, in: company)
        #expect(fitted.report.isFitted && fitted.report.bands == shown.report.offered)
        let places = customers.suffix(2).map { TravelPlace(customer: $0.id, point: $0.place!) }
        let usualTime = Double(shown.times.matrix(among: places).seconds[1])
        let fittedTime = Double(fitted.times.matrix(among: places).seconds[1])
        #expect((1.8...2.2).contains(fittedTime / usualTime))
        #expect(fitted.times.matrix(among: places).missing == 2)
        // 41 places with home, of which 38 know each other.
        #expect(fitted.report.coverage == .init(pairs: 41 * 40, missing: 41 * 40 - 38 * 37))
    }

    /// A rep who visits five customers along a road from 7 to 18, and drives one and a half times as long before 9.
    private func slowMornings(days: Int) -> SalesBook {
        var random = SeededRandom(seed: 9)
        let customers = (0..<6).map { customer("c\($0)", at: place(Double($0) * Double($0) * 0.008)) }
        let usual = GreatCircleTravel(TravelSettings())
        var log: [Activity] = []
        for day in 0..<days {
            var minute = 7 * 60
            var last = 0
            var stop = 0
            while minute < 18 * 60 {
                var activity = visit(
                    "\(day)-\(stop)", "c\(last)", day: monday - 7 * (day / 5 + 1) + day % 5,
                    at: TimeOfDay(minute / 60, minute % 60).text)
                activity.minutes = 20
                log.append(activity)
                let next = (last + 1 + random.integer(in: 0..<5)) % 6
                let begin = minute + 20
                let drive = usual.leg(from: customers[last].place!, to: customers[next].place!).driving.count
                let pace = (begin < 9 * 60 ? 1.5 : 1) * (0.9 + 0.2 * random.unit())
                minute = begin + 3 + Int((Double(drive) / 60 * pace).rounded())
                last = next
                stop += 1
            }
        }
        return book(rep(), customers, log)
    }

    @Test func `learnt traffic stands in for that of the config where that asks for it`() throws {
        let company = slowMornings(days: 200)
        var settings = TravelSettings()
        settings.factors = TravelFactors([
            .init(days: [.monday], hours: TimeWindow(from: TimeOfDay(10, 0), until: TimeOfDay(11, 0)), factor: 2)
        ])
        let offered = TravelSources(settings, table: nil, in: company)
        let factors = try #require(offered.report.learnt?.factors)
        #expect(offered.settings == settings && !offered.report.usesLearnt)
        #expect(abs(factors.factor(on: .tuesday, minute: 8 * 60) - 1.5) < 0.101)
        #expect(factors.factor(on: .monday, minute: 10 * 60) == 1)
        settings.learnsFactors = true
        let used = TravelSources(settings, table: nil, in: company)
        #expect(used.settings.factors == factors && used.report.usesLearnt)
        // With that taken out of the log, the estimate meets it better.
        #expect(used.report.log.total.before.meanAbsolute < offered.report.log.total.before.meanAbsolute)
        // A log that tells nothing leaves the config's.
        let silent = TravelSources(settings, table: nil, in: book(rep(), []))
        #expect(silent.settings == settings && !silent.report.usesLearnt)
    }
}
