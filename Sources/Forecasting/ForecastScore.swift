package import Quantities
package import Records

/// How good the forecast would have been: each past month forecast from what was known on its eve, against what was booked.
package struct ForecastScore: Sendable, Hashable {
    /// Ways to forecast a month without hindsight.
    package enum Method: String, Sendable, Hashable, CaseIterable {
        case ours
        /// Amount × configured probability of the deals promised for the month.
        case configured
        /// Amount × how often deals of that stage were won within a month before.
        case historical
        /// Mean of the three months before.
        case trailingMean
        /// The same month of the year before.
        case lastYear
        /// What the reps called by the month's eve.
        case repCall
    }

    package struct Month: Sendable, Hashable {
        /// First day of the month.
        package var month: Day
        /// The forecast as of the last day of the month before.
        package var p10: Money
        package var p50: Money
        package var p90: Money
        /// What the usual rule would have said: amount × configured probability of the deals promised for the month.
        package var configured: Money
        package var historical: Money?
        package var trailingMean: Money?
        /// Nil where the history does not reach back so far.
        package var lastYear: Money?
        /// Nil where nobody called by the eve.
        package var repCall: Money?
        /// Won in the month.
        package var booked: Money
        /// Open deals on its eve.
        package var dealCount: Int

        package init(
            month: Day, p10: Money, p50: Money, p90: Money, configured: Money, historical: Money? = nil,
            trailingMean: Money? = nil, lastYear: Money? = nil, repCall: Money? = nil, booked: Money, dealCount: Int
        ) {
            self.month = month
            self.p10 = p10
            self.p50 = p50
            self.p90 = p90
            self.configured = configured
            self.historical = historical
            self.trailingMean = trailingMean
            self.lastYear = lastYear
            self.repCall = repCall
            self.booked = booked
            self.dealCount = dealCount
        }

        package var isCovered: Bool { forecast.isCovered }

        /// What a method said on the eve; nil where it could say nothing.
        package func figure(of method: Method) -> Money? {
            switch method {
            case .ours: p50
            case .configured: configured
            case .historical: historical
            case .trailingMean: trailingMean
            case .lastYear: lastYear
            case .repCall: repCall
            }
        }

        package var forecast: ScoredForecast {
            ScoredForecast(month: month, p10: p10, p50: p50, p90: p90, booked: booked)
        }
    }

    /// Oldest first; fewer than twelve where the history is young.
    package var months: [Month]
    /// How well single deals' chances of being won within the month did: ours, configured, historical.
    package var dealScores: [DealScore]
    /// Ten bins of the chances said, from 0 to 1; bins without a deal are left out.
    package var reliability: [ReliabilityBin]
    /// Months forecast for each rep, by id.
    package var reps: [RepScore]
    /// This month, the next and the one after that, each forecast from the eve of the first.
    package var horizons: [HorizonScore]

    package init(
        months: [Month], dealScores: [DealScore] = [], reliability: [ReliabilityBin] = [], reps: [RepScore] = [],
        horizons: [HorizonScore] = []
    ) {
        self.months = months
        self.dealScores = dealScores
        self.reliability = reliability
        self.reps = reps
        self.horizons = horizons
    }

    package struct RepScore: Sendable, Hashable {
        package var repID: RecordID<Rep>
        package var track: ForecastTrack

        package init(repID: RecordID<Rep>, track: ForecastTrack) {
            self.repID = repID
            self.track = track
        }
    }

    package struct HorizonScore: Sendable, Hashable {
        /// Whole months between the eve and the month: 0 this month.
        package var monthsAhead: Int
        package var track: ForecastTrack

        package init(monthsAhead: Int, track: ForecastTrack) {
            self.monthsAhead = monthsAhead
            self.track = track
        }
    }

    package var track: ForecastTrack { ForecastTrack(forecasts: months.map(\.forecast)) }
    /// Σ |booked − P50| ÷ Σ booked; nil when nothing was booked.
    package var wape: Double? { track.wape }
    /// Σ (P50 − booked) ÷ Σ booked: above 0 the forecast is too high.
    package var bias: Double? { track.bias }
    /// WAPE of the usual rule.
    package var configuredWAPE: Double? { wape(of: .configured) }
    /// Months whose bookings lay between P10 and P90; eight of ten should.
    package var coveredCount: Int { track.coveredCount }
    /// Mean squared error of the chance that an open deal is won in the month, 0 best; nil without deals.
    package var brier: Double? { dealScore(of: .ours)?.brier }
    /// The same for the usual rule: the configured probability where the close day is promised for the month, else 0.
    package var configuredBrier: Double? { dealScore(of: .configured)?.brier }

    package func dealScore(of method: Method) -> DealScore? { dealScores.first { $0.method == method } }

    /// Σ |booked − said| ÷ Σ booked over the months for which the method said something; nil without one.
    package func wape(of method: Method) -> Double? { relative(method) { abs($0) } }
    /// Σ (said − booked) ÷ Σ booked over the same months.
    package func bias(of method: Method) -> Double? { relative(method) { $0 } }
    /// Our WAPE over just the months for which `method` said something.
    package func ourWAPE(whereSaid method: Method) -> Double? {
        ForecastTrack(forecasts: months.filter { $0.figure(of: method) != nil }.map(\.forecast)).wape
    }

    private func relative(_ method: Method, _ error: (Double) -> Double) -> Double? {
        var booked = 0.0
        var errors = 0.0
        for month in months {
            guard let said = month.figure(of: method) else { continue }
            booked += month.booked.amount
            errors += error(said.amount - month.booked.amount)
        }
        return booked > 0 ? errors / booked : nil
    }
}
