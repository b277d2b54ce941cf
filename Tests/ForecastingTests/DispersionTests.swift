import Quantities
import Testing

@testable import Forecasting

@Suite struct DispersionTests {
    private static let reps = 6
    private static let dealsOfRep = 60
    private static let slots = (0..<reps * dealsOfRep).map { $0 % reps }
    /// A customer a deal.
    private static let customers = Array(0..<reps * dealsOfRep)

    /// A hundred months of deals of even chances, moved by factors of these deviations.
    private func months(company: Double, rep: Double, newDeals: Double) -> [PastMonth] {
        var random = SeededRandom(seed: 11, stream: "months that stray")
        func normal() -> Double { normalQuantile(min(max(random.unit(), 1e-6), 1 - 1e-6)) }
        func factor(_ deviation: Double) -> Double { max(0, 1 + deviation * normal()) }
        /// Of many, so Poisson is near enough to normal.
        func count(_ expected: Double) -> Int { Int(max(0, expected + expected.squareRoot() * normal()).rounded()) }
        return (0..<100).map { number in
            let common = factor(company)
            let levels = (0..<DispersionTests.reps).map { _ in common * factor(rep) }
            let deals = DispersionTests.slots.enumerated().map { index, slot in
                let chance = scaledChance(SIMD2(0.3, 0.7), levels[slot])
                return PastMonth.Deal(index: index, chance: 0.3, isWon: random.unit() < chance)
            }
            let pace = levels.reduce(0, +) / Double(levels.count) * factor(newDeals)
            return PastMonth(
                eve: day(1, 1) + 30 * number, deals: deals,
                newWins: PastMonth.NewWins(won: count(60 * pace), expected: 60),
                laterNewWins: PastMonth.NewWins(won: count(300 * pace), expected: 300))
        }
    }

    private func learned(company: Double, rep: Double, newDeals: Double) -> Dispersion {
        Dispersion(
            learnedFrom: months(company: company, rep: rep, newDeals: newDeals), slots: DispersionTests.slots,
            customers: DispersionTests.customers)
    }

    @Test func `each factor is found again, and none holds what another explains`() {
        let all = learned(company: 0.3, rep: 0.2, newDeals: 0.25)
        #expect(abs(all.company - 0.3) < 0.06 && abs(all.rep - 0.2) < 0.05 && abs(all.newDeals - 0.25) < 0.06)
        // Undivided, new deals would stray by 0.31 here and the company by 0.16 there.
        let companyAlone = learned(company: 0.3, rep: 0.02, newDeals: 0)
        #expect(abs(companyAlone.company - 0.3) < 0.06 && companyAlone.newDeals < 0.15)
        let repsAlone = learned(company: 0, rep: 0.4, newDeals: 0)
        #expect(abs(repsAlone.rep - 0.4) < 0.08 && repsAlone.company < 0.1 && repsAlone.newDeals < 0.13)
    }

    @Test func `one rep says nothing of how far reps stray from one another`() {
        let months = months(company: 0.3, rep: 0, newDeals: 0.2)
        let learned = Dispersion(
            learnedFrom: months, slots: DispersionTests.slots.map { _ in 0 }, customers: DispersionTests.customers)
        #expect(learned.rep == Dispersion.usual.rep)
    }

    @Test func `without months it is the usual one`() {
        #expect(Dispersion(learnedFrom: [], slots: [], customers: []) == .usual)
    }
}
