package import Config
import Foundation
import Quantities

/// Learns traffic from the log's legs, whose times are those of the clock: no factor is taken out of them.
///
/// Known ÷ estimated of each leg, against that of its band of distance, is compared between hours of the day, for Monday to
/// Friday, Saturday and Sunday. Lunch (11:30 to 14:00) and the night are left out: waits are usual there. The group with
/// most legs is the usual time. Another one differs when all of this holds:
///
/// - it has at least 60 legs in each half of the days;
/// - in the fitted half, ranks differ from those of the usual time (Mann and Whitney 1947) by 3.5 standard errors, one
///   false alarm in 2,000;
/// - the middles of the shortest halves of both differ, drawn together where legs are few, by at least 0.05 after rounding
///   to that: a wait more often does not move them, a slower drive does;
/// - in the judged half they differ to the same side by at least half as much, and the factor makes the mean error there
///   at least a fiftieth smaller.
///
/// A factor that was found so is then made anew from both halves.
///
/// A log that tells nothing about driving (see `checkTravel(_:againstLogged:)`) teaches nothing. O(legs × log legs).
package func learntFactors(of legs: [TravelLeg], settings: TravelSettings) -> LearntFactors {
    if let reason = doubt(ofLogged: legs) { return LearntFactors(legs: legs.count, verdict: .cannotTell(reason)) }
    let ratios = comparableRatios(legs, settings)
    if ratios.isEmpty { return LearntFactors(legs: legs.count, verdict: .cannotTell(.scattered)) }
    let least = 60
    let groups = hourGroups.map { group in
        ratios.filter { $0.leg.begin.map { group.contains($0) } ?? false }
    }
    let able = groups.indices.filter { index in
        groups[index].count { $0.leg.isJudged } >= least && groups[index].count { !$0.leg.isJudged } >= least
    }
    guard able.count > 1, let usual = able.max(by: { (groups[$0].count, $1) < (groups[$1].count, $0) }) else {
        return LearntFactors(legs: legs.count, verdict: .tooFew(needed: least))
    }
    var learnt = LearntFactors(legs: legs.count, verdict: .alike)
    var before = TravelError.Sums()
    var after = before
    for index in able {
        var hours = LearntFactors.Hours(
            days: hourGroups[index].days, hours: hourGroups[index].hours, legs: groups[index].count, factor: 1)
        if index != usual, let found = factor(of: groups[index], against: groups[usual]) {
            hours.factor = found.factor
            before.add(found.before)
            after.add(found.after)
        }
        learnt.hours.append(hours)
    }
    guard before.legs > 0 else { return learnt }
    learnt.verdict = .found
    learnt.judged = TravelCheck.Row(
        from: 0, to: .infinity, legs: before.legs, before: TravelError(before), after: TravelError(after))
    return learnt
}

private struct HourGroup {
    var days: [Weekday]
    var hours: TimeWindow

    func contains(_ begin: TravelLeg.Begin) -> Bool {
        days.contains(begin.weekday) && hours.from.minutes <= begin.minute && begin.minute < hours.until.minutes
    }
}

private let hourGroups: [HourGroup] = {
    let days: [[Weekday]] = [[.monday, .tuesday, .wednesday, .thursday, .friday], [.saturday], [.sunday]]
    let bounds = [
        (TimeOfDay(5, 0), TimeOfDay(7, 0)), (TimeOfDay(7, 0), TimeOfDay(9, 0)), (TimeOfDay(9, 0), TimeOfDay(11, 30)),
        (TimeOfDay(14, 0), TimeOfDay(16, 0)), (TimeOfDay(16, 0), TimeOfDay(18, 30)),
        (TimeOfDay(18, 30), TimeOfDay(22, 0)),
    ]
    return days.flatMap { days in bounds.map { HourGroup(days: days, hours: TimeWindow(from: $0.0, until: $0.1)) } }
}()

/// A leg, and what it took against what legs of its band usually take.
private struct Ratio {
    var leg: TravelLeg
    var value: Double
    /// Seconds that legs of its band usually take over its distance.
    var usual: Double
}

/// Legs of bands that tell where their gaps crowd.
private func comparableRatios(_ legs: [TravelLeg], _ settings: TravelSettings) -> [Ratio] {
    let estimate = settings.estimate
    return TravelFit.grouped(legs, by: settings.bands).flatMap { group -> [Ratio] in
        let estimates = group.map { estimate.exactLeg($0).seconds }
        guard group.count >= TravelFit.minimum,
            let level = TravelFit.undisturbed(zip(group, estimates).map { $0.seconds / $1 })
        else { return [] }
        return zip(group, estimates).map {
            Ratio(leg: $0, value: $0.seconds / ($1 * level), usual: $1 * level)
        }
    }
}

private func factor(
    of group: [Ratio], against usual: [Ratio]
) -> (factor: Double, before: TravelError.Sums, after: TravelError.Sums)? {
    func middles(where isIn: (Ratio) -> Bool) -> (own: Double, usual: Double)? {
        guard let own = TravelFit.undisturbed(group.filter(isIn).map(\.value)),
            let usual = TravelFit.undisturbed(usual.filter(isIn).map(\.value))
        else { return nil }
        return (own, usual)
    }
    /// Drawn to 1 where legs are few.
    func rounded(_ middles: (own: Double, usual: Double), legs: Int) -> Double {
        let share = Double(legs) / Double(legs + 20)
        return min(max((exp(log(middles.own / middles.usual) * share) * 20).rounded() / 20, 0.5), 2.5)
    }
    let sample = group.filter { !$0.leg.isJudged }.map(\.value)
    guard
        abs(rankDifference(sample, usual.filter { !$0.leg.isJudged }.map(\.value))) >= 3.5,
        let fitted = middles(where: { !$0.leg.isJudged }), let judged = middles(where: \.leg.isJudged),
        let all = middles(where: { _ in true })
    else { return nil }
    let factor = rounded(fitted, legs: sample.count)
    guard factor != 1, log(judged.own / judged.usual) / log(factor) >= 0.5 else { return nil }
    // The judged legs that were driven straight away.
    let sorted = group.filter(\.leg.isJudged).sorted { ($0.value, $0.usual) < ($1.value, $1.usual) }
    var before = TravelError.Sums()
    var after = before
    for ratio in sorted[TravelFit.shortestHalf(sorted.map(\.value))] {
        let guess = ratio.usual * fitted.usual
        before.add(known: ratio.leg.seconds, guess: guess)
        after.add(known: ratio.leg.seconds, guess: guess * factor)
    }
    let final = rounded(all, legs: group.count)
    guard final != 1, TravelError(after).isCloser(than: TravelError(before)) else { return nil }
    return (final, before, after)
}

/// Mann and Whitney's rank sum of the first sample against both, in standard errors; above 0 where it is the larger.
func rankDifference(_ left: [Double], _ right: [Double]) -> Double {
    let (first, second) = (Double(left.count), Double(right.count))
    guard first > 0, second > 0 else { return 0 }
    let sum = ranks(left + right).prefix(left.count).reduce(0, +) - first * (first - 1) / 2
    return (sum - first * second / 2) / (first * second * (first + second + 1) / 12).squareRoot()
}
