import Quantities
import Records

/// A row of the activity log with the moment from which it was known; nil means always.
struct LoggedActivity {
    var activity: Activity
    var known: Instant?
}

/// One activity for each tree of corrections: of the rows that nothing corrects the one that was known last, ties going
/// to the greater id.
///
/// Rows that correct something unknown stand for themselves, and a ring of corrections counts as one tree, so no input
/// makes an activity vanish. O(n · depth).
func currentWordings(_ rows: [LoggedActivity]) -> [Activity] {
    let corrections = rows.filter { $0.activity.corrects != nil }
    if corrections.isEmpty { return rows.map(\.activity) }
    var parent: [RecordID<Activity>: RecordID<Activity>] = [:]
    let ids = Set(rows.map(\.activity.id))
    for row in corrections {
        if let corrected = row.activity.corrects, ids.contains(corrected) { parent[row.activity.id] = corrected }
    }
    let corrected = Set(parent.values)
    func order(_ row: LoggedActivity) -> (Int, Int, Int, RecordID<Activity>) {
        // `#10` comes after `#9`: of two wordings of one row the longer id is the later one.
        let id = row.activity.id
        return (corrected.contains(id) ? 0 : 1, row.known?.secondsSinceEpoch ?? Int.min, id.text.utf8.count, id)
    }
    var latest: [RecordID<Activity>: LoggedActivity] = [:]
    for row in rows {
        let root = root(of: row.activity.id, parent)
        guard let other = latest[root] else {
            latest[root] = row
            continue
        }
        if order(other) < order(row) { latest[root] = row }
    }
    return rows.filter { latest[root(of: $0.activity.id, parent)]?.activity.id == $0.activity.id }.map(\.activity)
}

/// The row that a chain of corrections began with; of a ring, its smallest id.
private func root(
    of id: RecordID<Activity>, _ parent: [RecordID<Activity>: RecordID<Activity>]
) -> RecordID<Activity> {
    var path = [id]
    var seen: Set = [id]
    while let next = parent[path[path.count - 1]] {
        if !seen.insert(next).inserted {
            let ring = path[(path.firstIndex(of: next) ?? 0)...]
            return ring.min() ?? next
        }
        path.append(next)
    }
    return path[path.count - 1]
}
