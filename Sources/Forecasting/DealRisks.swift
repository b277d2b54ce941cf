import Config
import Quantities
import Records

/// What may go wrong with an open deal, in the order of `DealForecast.Risk.allCases`.
struct DealRisks {
    /// Stages that fewer deals have left say too little about what is long.
    static let minimumStays = 5
    static let manyPushes = 3

    private let book: SalesBook
    private let quietDays: Int
    /// By stage index; nil where too few deals have left the stage.
    private let longDays: [Int?]

    init(_ book: SalesBook, model: BookingModel, report: ReportSettings) {
        self.book = book
        quietDays = report.quietDays
        var stays = [[Int]](repeating: [], count: model.stages.count)
        for stay in model.histories.lazy.flatMap(\.stays) where stay.end != .open {
            stays[stay.stage].append(stay.days)
        }
        longDays = stays.map {
            $0.count < DealRisks.minimumStays ? nil : quantile(ofSorted: $0.sorted(), 0.9)
        }
    }

    func risks(of deal: OpenDeal) -> [DealForecast.Risk] {
        let opportunity = book.opportunities[deal.index]
        return DealForecast.Risk.allCases.filter { risk in
            switch risk {
            case .closeDayPassed: opportunity.closeDay.map { $0 < book.asOf } ?? false
            case .stuck: longDays[deal.stage].map { deal.daysInStage > $0 } ?? false
            case .pushed: opportunity.pushCount >= DealRisks.manyPushes
            case .quiet: isQuiet(opportunity)
            case .noNextStep: !hasNextStep(opportunity)
            }
        }
    }

    /// A new deal is not quiet: the days count from its creation, or from the last thing done with the customer.
    private func isQuiet(_ opportunity: Opportunity) -> Bool {
        guard let customer = opportunity.customerID else { return false }
        let created = book.zone.day(of: opportunity.created)
        let last = (book.activitiesByCustomer[customer] ?? []).last {
            $0.state == .done && book.day(of: $0) <= book.asOf
        }
        let since = max(created, last.map { book.day(of: $0) } ?? created)
        return book.asOf - since > quietDays
    }

    /// A promise without a day counts as one that is still to come, and so does a planned activity.
    private func hasNextStep(_ opportunity: Opportunity) -> Bool {
        guard let customer = opportunity.customerID else { return false }
        if (book.followUpsByCustomer[customer] ?? []).contains(where: {
            !$0.isDone && ($0.due ?? book.asOf) >= book.asOf
        }) {
            return true
        }
        return (book.activitiesByCustomer[customer] ?? []).reversed()
            .prefix { book.day(of: $0) >= book.asOf }
            .contains { $0.state == .planned }
    }
}
