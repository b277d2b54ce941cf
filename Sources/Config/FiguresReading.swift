import Diagnostics
import Yams

extension ConfigReader {
    mutating func read(_ node: Node?, _ settings: inout ForecastSettings) {
        let section = section(node, "forecast")
        integer(section, "simulations", &settings.simulations, 100...100_000)
        value(section, "seed", &settings.seed, rule: "a whole number from 0") { UInt64($0) }
        number(section, "prior_deals", &settings.priorDeals, 0...10_000)
        integer(section, "placeholder_up_to", &settings.placeholderUpTo, 0...1_000_000)
        number(section, "big_deal_share", &settings.bigDealShare, 0...1)
        optional(section, "big_deal", &settings.bigDealAmount, rule: "a whole number from 1 to 1000000000000") {
            Int($0).flatMap { (1...1_000_000_000_000).contains($0) ? $0 : nil }
        }
        text(section, "rates", &settings.ratesFile)
        integer(section, "rate_days", &settings.rateDays, 0...366)
        text(section, "calls", &settings.callsFile)
        scenarios(section, &settings.scenarios)
    }

    mutating func read(_ node: Node?, _ settings: inout ReportSettings) {
        let section = section(node, "report")
        integer(section, "minimum_sample", &settings.minimumSample, 1...1000)
        integer(section, "quiet_days", &settings.quietDays, 1...730)
    }
}
