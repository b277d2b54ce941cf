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
    private let contacts: CustomerContacts
    private let knowsQuiet: Bool
    private let knowsNextStep: Bool

    init(_ book: SalesBook, stageTimes: [StageTime], report: ReportSettings) {
        self.book = book
        quietDays = report.quietDays
        longDays = stageTimes.map(\.longDays)
        knowsQuiet = !book.activities.isEmpty
        knowsNextStep = knowsQuiet || !book.followUps.isEmpty
        contacts = knowsNextStep ? CustomerContacts(ofOpenDealsIn: book) : CustomerContacts()
    }

    /// False for what the book can't tell: without a single activity in it every deal would be quiet.
    func knows(_ risk: DealForecast.Risk) -> Bool {
        switch risk {
        case .closeDayPassed, .stuck, .pushed: true
        case .quiet: knowsQuiet
        case .noNextStep: knowsNextStep
        }
    }

    func risks(of deal: OpenDeal) -> [DealForecast.Risk] {
        findings(ofDealAt: deal.index, stage: deal.stage, daysInStage: deal.daysInStage).map(\.risk)
    }

    func findings(of deal: StandingDeal) -> [Finding] {
        findings(ofDealAt: deal.index, stage: deal.stage, daysInStage: deal.daysInStage)
    }

    private func findings(ofDealAt index: Int, stage: Int, daysInStage: Int) -> [Finding] {
        var found: [Finding] = []
        if let closeDay = book.opportunities[index].closeDay, closeDay < book.asOf {
            found.append(Finding(risk: .closeDayPassed, measure: book.asOf - closeDay))
        }
        if let long = longDays[stage], daysInStage > long {
            found.append(Finding(risk: .stuck, measure: daysInStage, limit: long))
        }
        let pushes = pushCount(book.opportunities[index].changes)
        if pushes >= DealRisks.manyPushes {
            found.append(Finding(risk: .pushed, measure: pushes, limit: DealRisks.manyPushes - 1))
        }
        guard knowsNextStep else { return found }
        let contact = book.opportunities[index].customerID.flatMap { contacts[$0] }
        if knowsQuiet, let contact {
            // A new deal is not quiet: the days count from its creation, or from the last thing done with the customer.
            let created = book.zone.day(of: book.opportunities[index].created)
            let days = book.asOf - max(created, contact.lastDone ?? created)
            if days > quietDays { found.append(Finding(risk: .quiet, measure: days, limit: quietDays)) }
        }
        if !(contact?.hasNextStep ?? false) { found.append(Finding(risk: .noNextStep)) }
        return found
    }
}

/// `Opportunity.pushCount` of changes that are not copied: it is asked of each of 100,000 deals.
private func pushCount(_ changes: [OpportunityChange]) -> Int {
    var count = 0
    for index in changes.indices.dropFirst() where changes[index].outcome == .open {
        guard let old = changes[index - 1].closeDay, let new = changes[index].closeDay, new > old else { continue }
        count += 1
    }
    return count
}
