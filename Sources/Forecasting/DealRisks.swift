import Config
import Quantities
import Records

/// What may go wrong with an open deal, in the order of `DealForecast.Risk.allCases`.
struct DealRisks {
    struct Finding: Hashable {
        var risk: DealForecast.Risk
        /// See `WatchList.Item`.
        var measure: Int?
        var limit: Int?
    }

    static let manyPushes = 3

    private let book: SalesBook
    private let quietDays: Int
    /// By stage index; nil where too few deals have left the stage.
    private let longDays: [Int?]

    init(_ book: SalesBook, stageTimes: [StageTime], report: ReportSettings) {
        self.book = book
        quietDays = report.quietDays
        longDays = stageTimes.map(\.longDays)
    }

    /// False for what the book can't tell: without a single activity in it every deal would be quiet.
    func knows(_ risk: DealForecast.Risk) -> Bool {
        switch risk {
        case .closeDayPassed, .stuck, .pushed: true
        case .quiet: !book.activities.isEmpty
        case .noNextStep: !book.activities.isEmpty || !book.followUps.isEmpty
        }
    }

    func risks(of deal: OpenDeal) -> [DealForecast.Risk] {
        findings(
            of: StandingDeal(
                index: deal.index, id: deal.id, stage: deal.stage, daysInStage: deal.daysInStage, amount: deal.amount)
        ).map(\.risk)
    }

    func findings(of deal: StandingDeal) -> [Finding] {
        let opportunity = book.opportunities[deal.index]
        return DealForecast.Risk.allCases.filter(knows).compactMap { risk in
            switch risk {
            case .closeDayPassed:
                guard let closeDay = opportunity.closeDay, closeDay < book.asOf else { return nil }
                return Finding(risk: risk, measure: book.asOf - closeDay)
            case .stuck:
                guard let long = longDays[deal.stage], deal.daysInStage > long else { return nil }
                return Finding(risk: risk, measure: deal.daysInStage, limit: long)
            case .pushed:
                let pushes = opportunity.pushCount
                guard pushes >= DealRisks.manyPushes else { return nil }
                return Finding(risk: risk, measure: pushes, limit: DealRisks.manyPushes - 1)
            case .quiet:
                guard let days = daysSinceContact(opportunity), days > quietDays else { return nil }
                return Finding(risk: risk, measure: days, limit: quietDays)
            case .noNextStep: return hasNextStep(opportunity) ? nil : Finding(risk: risk)
            }
        }
    }

    /// A new deal is not quiet: the days count from its creation, or from the last thing done with the customer.
    private func daysSinceContact(_ opportunity: Opportunity) -> Int? {
        guard let customer = opportunity.customerID else { return nil }
        let created = book.zone.day(of: opportunity.created)
        let last = (book.activitiesByCustomer[customer] ?? []).last {
            $0.state == .done && book.day(of: $0) <= book.asOf
        }
        return book.asOf - max(created, last.map { book.day(of: $0) } ?? created)
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
