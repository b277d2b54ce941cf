import Foundation
import Quantities
import Records

/// What earlier months teach, each forecast again from its eve with only what was known then (prequential; Dawid 1984,
/// "Statistical Theory: The Prequential Approach"): how to blend the two views of the pace, which signals help and by how
/// much, and how far outcomes stray together.
struct LearnedPast {
    var weight: Double
    /// The signals that helped, in the order tried, with their factors by class; 1 for classes beyond.
    var accepted: [(signal: DealSignal, factors: [Double], gain: Double)] = []
    var rejected: [DealSignal] = []
    var dispersion: Dispersion
    var months: [PastMonth]

    /// A signal must have foretold so much better in all: twice the logarithm is what one number more has to earn
    /// (Akaike 1974), and four classes are usual.
    static let neededGain = 4.0
    /// Months of which a signal's gain is told, at least.
    static let neededMonths = 3
    /// More deals than this in a month are taken every second, third, ... for the signals.
    static let enoughDeals = 4_000

    /// O(months × (deals × signals + cells)).
    init(_ material: ModelMaterial, classes: DealClasses, slots: [Int], customers: [Int]) {
        months = []
        var errors: [PaceBlend.Errors] = []
        for first in material.pastMonths() {
            let month = PastMonth(material, first: first, weight: PaceBlend.weight(learnedFrom: errors))
            if let error = month.errors { errors.append(error) }
            months.append(month)
        }
        weight = PaceBlend.weight(learnedFrom: errors)
        dispersion = .usual
        for signal in DealSignal.allCases { judge(signal, classes: classes, prior: material.priorDeals) }
        dispersion = Dispersion(learnedFrom: months, slots: slots, customers: customers)
    }

    /// Each month with factors learned from the months before it; where that pays, the chances keep them.
    private mutating func judge(_ signal: DealSignal, classes: DealClasses, prior: Double) {
        var factors = SignalFactors(prior: prior)
        var better = months
        var gain = 0.0
        var judged = 0
        var count = 0
        for (index, month) in months.enumerated() {
            let byClass = factors.factors()
            let step = max(1, (month.deals.count + LearnedPast.enoughDeals - 1) / LearnedPast.enoughDeals)
            var numbers: [Int?] = []
            numbers.reserveCapacity(month.deals.count)
            for (place, deal) in month.deals.enumerated() {
                let number = classes.number(of: signal, deal: deal.index, on: month.eve)
                numbers.append(number)
                let chance = scaledChance(
                    deal.chance, by: number.map { $0 < byClass.count ? byClass[$0] : 1 } ?? 1)
                better[index].deals[place].chance = chance
                if index > 0, place % step == 0 {
                    gain += logLoss(deal.chance, deal.isWon) - logLoss(chance, deal.isWon)
                    judged += 1
                }
            }
            if index > 0, !month.deals.isEmpty { count += 1 }
            for (deal, number) in zip(month.deals, numbers) {
                if let number { factors.add(number, chance: deal.chance, isWon: deal.isWon) }
            }
        }
        if count >= LearnedPast.neededMonths, gain > LearnedPast.neededGain {
            accepted.append((signal, factors.factors(), gain / Double(max(1, judged))))
            months = better
        } else {
            rejected.append(signal)
        }
    }

    /// The factor of all accepted signals together for a deal as it stands on `day`.
    func factor(of deal: Int, classes: DealClasses, on day: Day) -> Double {
        let product = accepted.reduce(1) { product, accepted in
            let number = classes.number(of: accepted.signal, deal: deal, on: day)
            return product * (number.map { $0 < accepted.factors.count ? accepted.factors[$0] : 1 } ?? 1)
        }
        return min(max(product, SignalFactors.range.lowerBound), SignalFactors.range.upperBound)
    }
}

/// −log of the chance that was given to what happened, chances kept within 0.001...0.999.
func logLoss(_ chance: Double, _ isWon: Bool) -> Double {
    let kept = min(max(chance, 0.001), 0.999)
    return -log(isWon ? kept : 1 - kept)
}

extension PastMonth {
    init(_ material: ModelMaterial, first: Day, weight: Double) {
        let eve = first - 1
        let days = first.lastOfMonth - eve
        let hazards = material.hazards(asOf: eve)
        let open = material.open(on: eve)
        let views = material.blend(
            hazards: hazards, open: open.counts, asOf: eve, days: max(days, PastMonth.newDealDays), weight: weight)
        let chances = WinChances(hazards: hazards, horizons: [days], asOf: eve, levels: views.blend.levels)

        func isWon(_ history: DealHistory, within days: Int) -> Bool {
            guard history.outcome == .won, let closed = history.closedDay else { return false }
            return closed > eve && closed <= eve + days
        }
        let newWinsByDay = zip(
            views.newWins,
            zip(views.blend.levels, SellingCalendar.weeks(from: first, count: views.newWins.count))
        ).map { $0 * $1.0 * hazards.wonSeason[$1.1] }
        func newWins(within days: Int) -> NewWins {
            NewWins(
                won: zip(material.histories, material.counts).count {
                    $1 && $0.createdDay > eve && isWon($0, within: days)
                }, expected: newWinsByDay.prefix(days).reduce(0, +))
        }
        let wins = zip(material.histories, material.counts).count { $1 && isWon($0, within: days) }
        let bottomUp = views.blend.bottomUp.prefix(days).reduce(0, +)
        let paced = views.pace?.wins.prefix(days).reduce(0, +) ?? 0
        let isKnown = wins > 0 && bottomUp > 0 && paced > 0
        self.init(
            eve: eve,
            deals: open.deals.map {
                Deal(
                    index: $0.index, chance: chances.chance(stage: $0.stage, age: $0.days, within: days),
                    isWon: isWon(material.histories[$0.index], within: days))
            },
            errors: isKnown
                ? PaceBlend.Errors(bottomUp: log(Double(wins) / bottomUp), pace: log(Double(wins) / paced)) : nil,
            newWins: newWins(within: days),
            laterNewWins: eve + PastMonth.newDealDays <= material.asOf
                ? newWins(within: PastMonth.newDealDays) : nil)
    }
}
