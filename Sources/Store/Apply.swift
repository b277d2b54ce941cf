package import Diagnostics
import GRDB
package import Records

extension CustomerStore {
    /// Brings records into the store in one transaction: all of them, or none.
    ///
    /// Records are found by id; new ones are added, those that differ in any column are overwritten, none is deleted.
    /// Activities are only ever appended: a stored one that comes with other content gets a row that corrects it.
    /// References to records that do not exist are kept as they came. Null characters become U+FFFD.
    ///
    /// The run goes to the ledger with the counts of its files: `fileIndex` names the file (position in `run.files`)
    /// that a record came from; without it a record counts for the only file of its kind. A run that changed nothing
    /// and tells the same of the same files as the last run of its preset is not recorded, so that a second import
    /// leaves every byte of the store as it was.
    ///
    /// Runs of `contents.importRuns` are history and go to the ledger as they are, once.
    ///
    /// With `dryRun` everything is undone at the end. Throws `store.read-only`, `store.locked` and the like. O(n log n).
    package func apply(
        _ contents: SalesBookContents, run: ImportRun, dryRun: Bool = false,
        fileIndex: ((RecordKind, String) -> Int?)? = nil
    ) throws(ProblemError) -> StoreChanges {
        guard canWrite else {
            throw ProblemError("store.read-only", "the store was opened for reading only", at: ProblemPlace(file: path))
        }
        let only = onlyFiles(of: run)
        let place = fileIndex ?? { kind, _ in only[kind] }
        do {
            return try queue.writeWithoutTransaction { database in
                var changes = StoreChanges(run: run.withoutCounts(of: fileIndex == nil ? Set(only.values) : nil))
                try database.inTransaction(.immediate) {
                    var upsert = Upsert(database: database, fileIndex: place, changes: changes)
                    try upsert.writeAll(contents)
                    changes = upsert.changes
                    try Ledger.addMissing(contents.importRuns.filter { $0.id != run.id }, to: database)
                    let last = try Ledger.runs(database, lastOf: run.preset).last
                    if !changes.isEmpty || !(last.map { $0.tellsTheSame(as: changes.run) } ?? false) {
                        changes.run.id = try Ledger.add(changes.run, to: database)
                        changes.isRecorded = true
                    }
                    return dryRun ? .rollback : .commit
                }
                return changes
            }
        } catch {
            throw storeProblem(error, path: path)
        }
    }

    /// Kinds of which the run has one file alone, with its position.
    private func onlyFiles(of run: ImportRun) -> [RecordKind: Int] {
        var index: [RecordKind: Int] = [:]
        for kind in RecordKind.allCases {
            let files = run.files.indices.filter { run.files[$0].record == kind.rawValue }
            if files.count == 1 { index[kind] = files[0] }
        }
        return index
    }
}

extension ImportRun {
    /// The run with the counts of those files (nil: of all) at zero, so that counting them anew is no doubling.
    fileprivate func withoutCounts(of indices: Set<Int>?) -> ImportRun {
        var run = self
        for index in run.files.indices where indices?.contains(index) ?? true {
            run.files[index].added = 0
            run.files[index].changed = 0
            run.files[index].unchanged = 0
        }
        return run
    }
}

extension Upsert {
    /// Parents before their parts, each kind in the order of its rows.
    fileprivate mutating func writeAll(_ contents: SalesBookContents) throws {
        try write(contents.teams)
        try write(contents.reps)
        try write(contents.customers)
        try write(contents.contacts)
        try write(contents.leads)
        try write(contents.opportunities.map { OpportunityRow($0) })
        try write(contents.opportunities.flatMap { OpportunityChangeRow.rows(of: $0) })
        try append(contents.activities)
        try write(contents.followUps)
        try write(contents.orders)
        try write(contents.serviceCases)
        try write(contents.campaigns)
        try write(
            contents.campaigns.flatMap { campaign in
                campaign.members.map { CampaignMemberRow(campaignID: campaign.id, member: $0) }
            })
        try write(contents.quotas)
        try write(contents.forecastCalls)
        try write(contents.assignments)
    }
}
