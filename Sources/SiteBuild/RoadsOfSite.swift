import Geo
import Pages
import Publishing
import Records
import Roads
import Routes

/// The drives that the plans were made with, as far as an engine has answered them: between the neighbours among all
/// whom a rep's plan looked at, from home and back, and every drive of a plan. In the form of a matrix file, so that a kept
/// week can be planned again without the engine.
func drivesFile(of material: SiteMaterial, from roads: RoadKnowledge) -> CompanionFile {
    let plans = material.plans.keys.sorted().compactMap { material.plans[$0] }
    let wanted = Set(roads.needs).union(plans.flatMap { plannedRoads($0.weeks, material.book) })
    let wantedByOrigin = Dictionary(grouping: wanted.filter(roads.isDriven), by: \.from)
    var rows: Set<[String]> = []
    for plan in plans {
        var idsByPlace: [RoadPlace: [String]] = [:]
        for place in plan.places(in: material.book) {
            idsByPlace[RoadPlace(place.point), default: []].append(place.id ?? "")
        }
        for (origin, froms) in idsByPlace {
            for pair in wantedByOrigin[origin] ?? [] {
                guard let tos = idsByPlace[pair.to], case .driven(let tenths, let length)? = roads.memory?.drive(pair)
                else { continue }
                for from in froms {
                    for to in tos {
                        rows.insert([
                            from, to, String((tenths + 5) / 10), length.map { String(($0 + 5) / 10) } ?? "",
                        ])
                    }
                }
            }
        }
    }
    return roadDrivesFile(rows.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) })
}

/// The answers between places of the book by their content, as an input of the manifest; what was asked when does not
/// matter.
func fingerprint(_ memory: RoadMemory, of book: SalesBook) -> Manifest.Entry {
    let own = roadPlaces(of: book)
    let isOwn = memory.places.map(own.contains)
    func bytes(_ numbers: [Int32]) -> [UInt8] {
        numbers.flatMap { n in (0..<4).map { UInt8(truncatingIfNeeded: n >> ($0 * 8)) } }
    }
    let edition = memory.edition
    var parts = Array("\(edition.engine) \(edition.profile) \(edition.data)\n".utf8)
    parts += Array(
        contentHash(bytes(zip(memory.places, isOwn).filter(\.1).flatMap { [$0.0.latitude, $0.0.longitude] })).utf8)
    // In pieces: all drives at once would take more memory than the drives themselves.
    var piece: [Int32] = []
    var count = 0
    memory.forEachDrive { from, to, drive in
        guard isOwn[from], isOwn[to] else { return }
        let (start, end) = (memory.places[from], memory.places[to])
        piece += [start.latitude, start.longitude, end.latitude, end.longitude]
        switch drive {
        case .driven(let tenths, let length): piece += [tenths, length ?? -1]
        case .unreachable: piece += [-1, -1]
        }
        count += 1
        if piece.count >= 1 << 16 {
            parts += Array(contentHash(bytes(piece)).utf8)
            piece = []
        }
    }
    parts += Array(contentHash(bytes(piece)).utf8)
    return Manifest.Entry(path: "roads", bytes: count, sha256: contentHash(parts))
}
