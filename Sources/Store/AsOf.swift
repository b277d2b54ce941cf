package import Diagnostics
import GRDB
package import Quantities
package import Records

extension CustomerStore {
    /// The company as it was known at the end of `asOf` in `zone`.
    ///
    /// What has a moment of its own is seen from that moment on, as `KnownThen` says for each kind. What has none
    /// (names, owners, cadence, quotas) is as last imported. Import runs are all seen: when they ran is no business
    /// time; but runs of territories only from the day on which they were known. `openingHours` understands a text of `Customer.openingHoursText`; it is asked once for each text.
    ///
    /// Throws `store.bad-value` for a cell without meaning, and `store.locked` and the like. O(n log n).
    package func salesBook(
        asOf: Day, zone: Zone, currency: Currency, openingHours: (String) -> OpeningHours?
    ) throws(ProblemError) -> SalesBook {
        let known = KnownThen(end: zone.instant(asOf + 1) + -1, day: asOf)
        do {
            var contents = SalesBookContents()
            try queue.read { database in
                contents.teams = try all(database)
                contents.reps = try all(database).map(known.rep)
                let customers: [Customer] = try all(database)
                contents.customers = customers.filter(known.isCustomerSeen)
                contents.contacts = known.contacts(try all(database), of: customers)
                contents.leads = try all(database).filter(known.isLeadSeen)
                contents.opportunities = try opportunities(database, known)
                contents.activities = try activities(database, known)
                contents.followUps = try all(database).compactMap(known.followUp)
                contents.orders = try all(database, "WHERE day <= '\(asOf.iso)'")
                contents.serviceCases = try all(database).compactMap(known.serviceCase)
                contents.campaigns = try campaigns(database).filter(known.isCampaignSeen)
                contents.quotas = try all(database)
                contents.forecastCalls = try all(database).filter { $0.at <= known.end }
                contents.territoryRuns = try TerritoryLedger.runs(database, knownOn: asOf)
                contents.assignments = try TerritoryLedger.assignments(database, of: contents.territoryRuns)
                    .filter { $0.from <= asOf }
                let seen = Set(contents.territoryRuns.map(\.id))
                contents.importRuns = try Ledger.runs(database)
                    .filter { $0.preset != TerritoryLedger.preset || seen.contains($0.id) }
            }
            understand(&contents.customers, openingHours)
            return SalesBook(asOf: asOf, zone: zone, currency: currency, contents: contents)
        } catch {
            throw storeProblem(error, path: path)
        }
    }

    /// All runs of the importer, oldest first.
    package func importRuns() throws(ProblemError) -> [ImportRun] {
        do { return try queue.read { try Ledger.runs($0) } } catch { throw storeProblem(error, path: path) }
    }

    /// The rows of a table, in the order of ids.
    func all<Record: StoredRecord>(_ database: Database, _ condition: String = "") throws -> [Record] {
        let cursor = try Row.fetchCursor(database, sql: Record.selection("\(condition) ORDER BY id"))
        var records: [Record] = []
        while let row = try cursor.next() {
            var cells = CellReader(row, of: Record.kind)
            records.append(try Record(reading: &cells))
        }
        return records
    }

    private func opportunities(_ database: Database, _ known: KnownThen) throws -> [Opportunity] {
        let changes: [OpportunityChangeRow] = try all(database, "WHERE at <= \(known.end.secondsSinceEpoch)")
        var history: [RecordID<Opportunity>: [OpportunityChange]] = [:]
        for row in changes { history[row.opportunityID, default: []].append(row.change) }
        return try all(database).compactMap { (row: OpportunityRow) in
            known.opportunity(row, changes: history[row.id] ?? [])
        }
    }

    private func activities(_ database: Database, _ known: KnownThen) throws -> [Activity] {
        let columns = Activity.columns.joined(separator: ", ")
        let cursor = try Row.fetchCursor(database, sql: "SELECT id, \(columns), logged FROM activity ORDER BY id")
        var rows: [LoggedActivity] = []
        while let row = try cursor.next() {
            var cells = CellReader(row, of: .activity)
            let activity = try Activity(reading: &cells)
            let logged = cells.optionalInstant()
            let logging = LoggedActivity(activity: activity, known: logged ?? activity.recorded)
            if logging.known.map({ $0 <= known.end }) ?? true { rows.append(logging) }
        }
        return currentWordings(rows).filter(known.isActivitySeen)
    }

    private func campaigns(_ database: Database) throws -> [Campaign] {
        var members: [RecordID<Campaign>: [CampaignMember]] = [:]
        for row in try all(database) as [CampaignMemberRow] { members[row.campaignID, default: []].append(row.member) }
        return try (all(database) as [Campaign]).map { campaign in
            var campaign = campaign
            campaign.members = members[campaign.id] ?? []
            return campaign
        }
    }

    private func understand(_ customers: inout [Customer], _ openingHours: (String) -> OpeningHours?) {
        var understood: [String: OpeningHours?] = [:]
        for index in customers.indices {
            guard let text = customers[index].openingHoursText else { continue }
            let hours = understood[text] ?? openingHours(text)
            understood[text] = .some(hours)
            customers[index].openingHours = hours
        }
    }
}
