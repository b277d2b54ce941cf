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
