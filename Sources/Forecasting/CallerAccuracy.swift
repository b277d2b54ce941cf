package import Quantities
package import Records

/// How good a caller's numbers of past months were, beside the model's for the same months.
package struct CallerAccuracy: Sendable, Hashable {
    /// Which call of a month is judged: the last one that was made before the moment.
    package enum Moment: String, Sendable, Hashable, CaseIterable {
        /// Before the month began: as much ahead as the model's number that stands beside it.
        case beforeMonth
        /// By the end of the month's 15th day: part of the month was known, so the model's number is not beside it.
        case midMonth
    }

    package struct Month: Sendable, Hashable {
        /// First day of the month.
        package var month: Day
        package var call: CallRecord.Entry
        package var booked: Money
        /// The model's median on the eve of the month; nil where it was not replayed, and at mid-month.
        package var model: Money?

        package init(month: Day, call: CallRecord.Entry, booked: Money, model: Money?) {
            self.month = month
            self.call = call
            self.booked = booked
            self.model = model
        }
    }

    /// A rep; or the company or a team, for the sums of months in which every rep who called at all had called.
    package var scope: BookingForecast.Scope
    package var caller: ForecastCall.Caller
    package var moment: Moment
    /// Whole months with a call, oldest first; never empty.
    package var months: [Month]

    package init(
        scope: BookingForecast.Scope, caller: ForecastCall.Caller, moment: Moment, months: [Month]
    ) {
        self.scope = scope
        self.caller = caller
        self.moment = moment
        self.months = months
    }

    /// Σ |commit − booked| ÷ Σ booked; nil when nothing was booked.
    package var wape: Double? { relative(months) { abs($0.call.commit.amount - $0.booked.amount) } }
    /// Σ (commit − booked) ÷ Σ booked: above 0 the caller promises too much.
    package var bias: Double? { relative(months) { $0.call.commit.amount - $0.booked.amount } }
    /// Share of months in which at least the commit was booked.
    package var hitShare: Double {
        Double(months.count { $0.booked.minorUnits >= $0.call.commit.minorUnits }) / Double(months.count)
    }
    /// Months that the model can be compared in: those with its median.
    package var comparedMonths: [Month] { months.filter { $0.model != nil } }
    /// The model's WAPE and bias, and the caller's WAPE, in `comparedMonths`; nil when there is none.
    package var modelWAPE: Double? {
        relative(comparedMonths) { abs(($0.model?.amount ?? 0) - $0.booked.amount) }
    }
    package var modelBias: Double? { relative(comparedMonths) { ($0.model?.amount ?? 0) - $0.booked.amount } }
    package var comparedWAPE: Double? {
        relative(comparedMonths) { abs($0.call.commit.amount - $0.booked.amount) }
    }

    private func relative(_ months: [Month], _ error: (Month) -> Double) -> Double? {
        let booked = months.reduce(0) { $0 + $1.booked.amount }
        return booked > 0 ? months.reduce(0) { $0 + error($1) } / booked : nil
    }
}
