import Diagnostics

/// Takes the drives of places too far from any road out of the haul, and tells of those places; their snaps stay.
///
/// Engines move a place to the nearest road however far that is, and then give a drive from there. `pairs` are the ordered
/// ones, sorted and unique. O(pairs + drives).
func dropFarPlaces(from haul: inout RoadHaul, of pairs: [RoadPair], limit: Int) -> [Problem] {
    let far = Set(haul.snaps.keys.filter { haul.isFar($0, limit: limit) })
    if far.isEmpty { return [] }
    var ordered: [RoadPlace: Int] = [:]
    let dropped = pairs.filter { pair in
        haul.drives[pair] != nil && (far.contains(pair.from) || far.contains(pair.to))
    }
    for pair in dropped {
        for place in Set([pair.from, pair.to]) where far.contains(place) { ordered[place, default: 0] += 1 }
    }
    haul.drives = haul.drives.filter { !far.contains($0.key.from) && !far.contains($0.key.to) }
    let hint = "correct the coordinates, raise 'max_snap_metres' of 'travel: roads', or leave it to the estimate"
    return toldAndCounted(far.sorted(), kind: { _ in "roads.far" }) { place in
        let distance =
            if let metres = haul.snaps[place] ?? nil {
                "is \(max(limit + 1, Int(min(metres, 1e9).rounded()))) m from the nearest road, more than \(limit) m"
            } else {
                "has no road near it"
            }
        return Problem(
            .warning, "roads.far",
            clauses("\(place.text) \(distance)", standIn(drives: ordered[place] ?? 0)), value: place.text, hint: hint)
    } others: { places in
        let others = Set(places)
        let drives = dropped.count { others.contains($0.from) || others.contains($0.to) }
        return clauses("\(counted(places.count, "more place")) too far from a road", standIn(drives: drives))
    }
}

/// Tells of the ordered drives that the engine knows no way for.
func unreachableDrives(of pairs: [RoadPair], in haul: RoadHaul) -> [Problem] {
    let unreachable = pairs.filter { haul.drives[$0] == .unreachable }
    if unreachable.isEmpty { return [] }
    // Two coordinates each: more of them would be no message any more.
    let told = 5
    var list = unreachable.prefix(told).map(\.text).joined(separator: "; ")
    if unreachable.count > told { list += "; and \(unreachable.count - told) more" }
    return [
        Problem(
            .warning, "roads.unreachable",
            "There is no way by road for \(counted(unreachable.count, "drive")) (\(list));"
                + " \(standIn(drives: unreachable.count))",
            value: unreachable.count == 1 ? unreachable[0].text : nil,
            hint: "check whether the places are on an island or behind a road that is closed to the profile")
    ]
}
