import GRDB
import Quantities
import Records

/// The append-only side of the store: an activity that is worded differently than before becomes a new row.
extension Upsert {
    /// Appends activities that are new, and corrections of those that differ from their latest wording: the second
    /// wording of `salesforce:00U1` is `salesforce:00U1#2`, which names `salesforce:00U1` in `corrects`, and so on.
    ///
    /// A later wording, and a correction whose source does not say when it was recorded, count as known from the
    /// run's moment on. O(n log n).
    mutating func append(_ activities: [Activity]) throws {
        let latest = try database.cachedStatement(
            sql: "SELECT id, \(Activity.columns.joined(separator: ", ")), revision FROM activity "
                + "WHERE id = :id OR (original = :id AND revision > 1) ORDER BY revision DESC LIMIT 1")
        let insert = try database.cachedStatement(sql: Activity.insertion(also: ["original", "revision", "logged"]))
        let isFirst = try isEmpty(.activity)
        let readAt = changes.run.at.secondsSinceEpoch.databaseValue
        for activity in lastOfEach(activities) {
            let id = storable(activity.id.text)
            guard let old = isFirst ? nil : try Row.fetchOne(latest, arguments: ["id": id]) else {
                let logged = activity.corrects != nil && activity.recorded == nil ? readAt : .null
                try execute(insert, key(id) + cells(of: activity) + [id.databaseValue, 1.databaseValue, logged])
                count(.activity, id, .added)
                continue
            }
            // What a later wording corrects is the store's own business and no difference.
            let revision: Int = old["revision"]
            let differences = differences(Activity.columns, old, cells(of: activity))
                .filter { revision == 1 || $0.field != "corrects" }
            guard note(differences, of: .activity, id) else {
                count(.activity, id, .unchanged)
                continue
            }
            var wording = activity
            wording.corrects = RecordID(old["id"])
            let next = try freeRevision(after: revision, of: id)
            try execute(
                insert, key("\(id)#\(next)") + cells(of: wording) + [id.databaseValue, next.databaseValue, readAt])
            count(.activity, id, .changed)
        }
    }

    /// The next number whose id no row of a source has taken.
    private func freeRevision(after revision: Int, of id: String) throws -> Int {
        let taken = try database.cachedStatement(sql: "SELECT 1 FROM activity WHERE id = ?")
        var next = revision + 1
        while try Row.fetchOne(taken, arguments: ["\(id)#\(next)"]) != nil { next += 1 }
        return next
    }

    private func cells(of activity: Activity) -> [DatabaseValue] {
        var writer = CellWriter()
        activity.write(to: &writer)
        return writer.cells
    }
}
