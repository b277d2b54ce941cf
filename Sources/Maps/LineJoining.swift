import Geo

/// Lines joined end to end where they meet, so that a road split into hundreds of pieces is drawn as one: fewer
/// bytes, and simplification works across the joints. The first line in order takes the first partner in order. O(n).
func joined(_ lines: [[PlanePoint]]) -> [[PlanePoint]] {
    struct Spot: Hashable {
        var x: Int
        var y: Int
        // Ends within a tenth of a pixel are the same.
        init(_ point: PlanePoint) {
            x = Int((point.x * 10).rounded())
            y = Int((point.y * 10).rounded())
        }
    }
    var ends: [Spot: [Int]] = [:]
    for (index, line) in lines.enumerated() {
        guard let first = line.first, let last = line.last else { continue }
        ends[Spot(first), default: []].append(index)
        ends[Spot(last), default: []].append(index)
    }
    var isUsed = lines.map { $0.count < 2 }
    func grow(_ line: [PlanePoint]) -> [PlanePoint] {
        var line = line
        while let last = line.last, let next = ends[Spot(last)]?.first(where: { !isUsed[$0] }) {
            isUsed[next] = true
            let piece = lines[next]
            line += Spot(piece[0]) == Spot(last) ? piece.dropFirst() : piece.reversed().dropFirst()
        }
        return line
    }
    var result: [[PlanePoint]] = []
    for index in lines.indices where !isUsed[index] {
        isUsed[index] = true
        let forward = grow(lines[index])
        result.append(grow(forward.reversed()))
    }
    return result
}
