package import Quantities
package import Records

/// What the book says about customers, leads, campaigns, service and data, beyond single records.
package struct BookInsights: Sendable {
    package var customers: [RecordID<Customer>: CustomerInsight]
    /// Recency-frequency-money segments with their members, in a fixed order; empty segments are left out.
    package var segments: [Segment]
    package var leads: LeadSummary
    package var campaigns: [CampaignResult]
    package var service: ServiceSummary
    /// Pairs that may be the same customer, surest first.
    package var duplicates: [DuplicatePair]
    package var dataHealth: DataHealth

    package init(
        customers: [RecordID<Customer>: CustomerInsight], segments: [Segment], leads: LeadSummary,
        campaigns: [CampaignResult], service: ServiceSummary, duplicates: [DuplicatePair], dataHealth: DataHealth
    ) {
        self.customers = customers
        self.segments = segments
        self.leads = leads
        self.campaigns = campaigns
        self.service = service
        self.duplicates = duplicates
        self.dataHealth = dataHealth
    }
}

/// One customer's value and rhythm.
package struct CustomerInsight: Sendable, Hashable {
    package var revenueLastYear: Money
    package var revenueYearBefore: Money
    package var orderCount: Int
    package var lastOrder: Day?
    /// Median days between orders; nil with fewer than three orders.
    package var usualGapDays: Int?
    /// Days since the last order ÷ usual gap; above 2 the customer has gone quiet. Nil without a usual gap.
    package var silence: Double?
    package var openPipeline: Money
    package var openCases: Int
    package var segment: String

    package init(
        revenueLastYear: Money, revenueYearBefore: Money, orderCount: Int, lastOrder: Day?, usualGapDays: Int?,
        silence: Double?, openPipeline: Money, openCases: Int, segment: String
    ) {
        self.revenueLastYear = revenueLastYear
        self.revenueYearBefore = revenueYearBefore
        self.orderCount = orderCount
        self.lastOrder = lastOrder
        self.usualGapDays = usualGapDays
        self.silence = silence
        self.openPipeline = openPipeline
        self.openCases = openCases
        self.segment = segment
    }
}

package struct Segment: Sendable, Hashable {
    package var name: String
    /// The rule in words.
    package var rule: String
    package var revenue: Money
    /// Sorted by id.
    package var customers: [RecordID<Customer>]

    package init(name: String, rule: String, revenue: Money, customers: [RecordID<Customer>]) {
        self.name = name
        self.rule = rule
        self.revenue = revenue
        self.customers = customers
    }
}

package struct LeadSummary: Sendable, Hashable {
    package struct Row: Sendable, Hashable {
        package var name: String
        package var total: Int
        package var open: Int
        package var converted: Int

        package init(name: String, total: Int, open: Int, converted: Int) {
            self.name = name
            self.total = total
            self.open = open
            self.converted = converted
        }
    }

    package var bySource: [Row]
    /// Not converted and not closed, oldest first.
    package var open: [RecordID<Lead>]
    package var converted: Int
    package var closed: Int

    package init(bySource: [Row], open: [RecordID<Lead>], converted: Int, closed: Int) {
        self.bySource = bySource
        self.open = open
        self.converted = converted
        self.closed = closed
    }
}

package struct CampaignResult: Sendable, Hashable {
    package var campaignID: RecordID<Campaign>
    package var addressed: Int
    package var responded: Int
    /// Won by customers of responding contacts within 90 days of the campaign's start: a coincidence in time, not a cause.
    package var wonAfter: Money
    package var wonAfterCount: Int

    package init(
        campaignID: RecordID<Campaign>, addressed: Int, responded: Int, wonAfter: Money, wonAfterCount: Int
    ) {
        self.campaignID = campaignID
        self.addressed = addressed
        self.responded = responded
        self.wonAfter = wonAfter
        self.wonAfterCount = wonAfterCount
    }
}

package struct ServiceSummary: Sendable, Hashable {
    package struct Subject: Sendable, Hashable {
        package var name: String
        package var open: Int
        package var closed: Int
        package var medianDaysToClose: Int?

        package init(name: String, open: Int, closed: Int, medianDaysToClose: Int?) {
            self.name = name
            self.open = open
            self.closed = closed
            self.medianDaysToClose = medianDaysToClose
        }
    }

    /// Open cases, oldest first.
    package var open: [RecordID<ServiceCase>]
    /// Most frequent first.
    package var subjects: [Subject]
    /// Mean of 1...5 and how many answered.
    package var satisfaction: Double?
    package var satisfactionCount: Int
    /// Customers with three cases or more in 90 days, most cases first.
    package var repeating: [RecordID<Customer>]

    package init(
        open: [RecordID<ServiceCase>], subjects: [Subject], satisfaction: Double?, satisfactionCount: Int,
        repeating: [RecordID<Customer>]
    ) {
        self.open = open
        self.subjects = subjects
        self.satisfaction = satisfaction
        self.satisfactionCount = satisfactionCount
        self.repeating = repeating
    }
}

/// Two customers that may be one, with the evidence.
package struct DuplicatePair: Sendable, Hashable {
    package var first: RecordID<Customer>
    package var second: RecordID<Customer>
    /// 0...1.
    package var score: Double
    /// In words, such as `same telephone`.
    package var evidence: [String]

    package init(first: RecordID<Customer>, second: RecordID<Customer>, score: Double, evidence: [String]) {
        self.first = first
        self.second = second
        self.score = score
        self.evidence = evidence
    }
}

/// What is wrong with the data that the site is built from, by kind.
package struct DataHealth: Sendable, Hashable {
    /// One rule that some records break.
    package struct Finding: Sendable, Hashable {
        /// Stable name such as `customer.no-place`.
        package var kind: String
        package var title: String
        /// How to mend it.
        package var hint: String
        /// Ids of the records, sorted.
        package var records: [String]

        package init(kind: String, title: String, hint: String, records: [String]) {
            self.kind = kind
            self.title = title
            self.hint = hint
            self.records = records
        }
    }

    /// Most records first; rules that nobody breaks are left out.
    package var findings: [Finding]

    package init(findings: [Finding]) { self.findings = findings }
}
