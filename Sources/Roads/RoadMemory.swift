public import Diagnostics

/// Everything that one edition is known to say, apart from the courses of lines: compact, and quick to ask.
///
/// 12 bytes a drive and 16 a place: 12 million drives take 150 MB.
public struct RoadMemory: Sendable {
    public let edition: RoadEdition
    /// Sorted; drives are kept by positions in here.
    public let places: [RoadPlace]
    /// What went wrong when the edition was asked last.
    public let problems: [Problem]
    /// Drives whose course is known.
    public let linePairs: Set<RoadPair>

    /// Of each place: tenths of a metre to the road, or one of the two below.
    private let snaps: [Int32]
    /// Where the drives of each place begin, and at last where they end.
    private var starts: [Int]
    /// Where each drive leads, ascending within a place.
    private var ends: [Int32]
    private var deciseconds: [Int32]
    private var decimetres: [Int32]

    private static let untold: Int32 = -2
    private static let none: Int32 = -1

    /// A memory without drives, which are added place by place: `addDrives`. `snaps` are as in `RoadHaul`, kept in tenths
    /// of a metre; places of `others` need not be among them. `expected` is how many drives will come, to take memory once.
    public init(
        edition: RoadEdition, snaps: [RoadPlace: Double?], others: some Sequence<RoadPlace>,
        linePairs: Set<RoadPair> = [], problems: [Problem] = [], expected: Int = 0
    ) {
        self.edition = edition
        self.problems = problems
        self.linePairs = linePairs
        places = Set(snaps.keys).union(others).sorted()
        self.snaps = places.map { place in
            guard let snap = snaps[place] else { return RoadMemory.untold }
            return snap.map { snapDecimetres($0) } ?? RoadMemory.none
        }
        starts = [0]
        starts.reserveCapacity(places.count + 1)
        (ends, deciseconds, decimetres) = ([], [], [])
        ends.reserveCapacity(expected)
        deciseconds.reserveCapacity(expected)
        decimetres.reserveCapacity(expected)
    }

    /// The memory of what was just brought home.
    public init(_ haul: RoadHaul) {
        let pairs = haul.drives.keys.sorted()
        self.init(
            edition: haul.edition, snaps: haul.snaps, others: pairs.flatMap { [$0.from, $0.to] },
            linePairs: Set(haul.lines.keys), problems: haul.problems, expected: pairs.count)
        var rest = pairs[...]
        for place in places {
            let own = rest.prefix { $0.from == place }
            rest = rest.dropFirst(own.count)
            addDrives(ofNext: own.compactMap { pair in index(of: pair.to).map { ($0, haul.drives[pair]!) } })
        }
    }

    /// The drives from the next place, in any order and none twice, each with the position of where it leads. To be called
    /// for the places one after the other, from the first one on; the drives of places that are left out are none.
    public mutating func addDrives(ofNext drives: [(to: Int, drive: RoadDrive)]) {
        precondition(starts.count <= places.count, "the drives of all places are there")
        for (to, drive) in drives.sorted(by: { $0.to < $1.to }) {
            precondition(places.indices.contains(to), "a drive leads to one of the places")
            ends.append(Int32(to))
            switch drive {
            case .unreachable:
                deciseconds.append(RoadMemory.none)
                decimetres.append(RoadMemory.none)
            case .driven(let time, let length):
                deciseconds.append(time)
                decimetres.append(length ?? RoadMemory.none)
            }
        }
        starts.append(ends.count)
    }

    public var driveCount: Int { ends.count }

    /// Position in `places`. O(log n).
    public func index(of place: RoadPlace) -> Int? {
        position(of: place, in: places)
    }

    /// Metres from a place to the road that the engine moves it to: `.some(nil)` where it finds none, `nil` where it was
    /// not asked or does not tell. O(log n).
    public func snap(of place: RoadPlace) -> Double?? {
        guard let index = index(of: place), snaps[index] != RoadMemory.untold else { return nil }
        return .some(snaps[index] == RoadMemory.none ? nil : Double(snaps[index]) / 10)
    }

    /// Nil where the engine was not asked. O(log n).
    public func drive(_ pair: RoadPair) -> RoadDrive? {
        guard let from = index(of: pair.from), let to = index(of: pair.to) else { return nil }
        return drive(from: from, to: to)
    }

    /// The same for positions in `places`.
    public func drive(from: Int, to: Int) -> RoadDrive? {
        guard from + 1 < starts.count else { return nil }
        let own = ends[starts[from]..<starts[from + 1]]
        return position(of: Int32(to), in: own).map { drive(at: $0) }
    }

    /// All drives, by positions in `places`: sorted by where they begin, then by where they lead.
    public func forEachDrive(_ body: (_ from: Int, _ to: Int, RoadDrive) -> Void) {
        for from in 0..<(starts.count - 1) {
            for index in starts[from]..<starts[from + 1] { body(from, Int(ends[index]), drive(at: index)) }
        }
    }

    private func drive(at index: Int) -> RoadDrive {
        guard deciseconds[index] >= 0 else { return .unreachable }
        return .driven(
            deciseconds: deciseconds[index], decimetres: decimetres[index] < 0 ? nil : decimetres[index])
    }
}

/// Metres to the road in whole tenths, as they are kept.
public func snapDecimetres(_ metres: Double) -> Int32 {
    metres.isFinite ? Int32(min(max((metres * 10).rounded(), 0), 1e9)) : 1_000_000_000
}

/// Index of a value in a sorted collection. O(log n).
private func position<Sorted: RandomAccessCollection>(
    of value: Sorted.Element, in sorted: Sorted
) -> Int? where Sorted.Element: Comparable, Sorted.Index == Int {
    var range = sorted.startIndex..<sorted.endIndex
    while !range.isEmpty {
        let middle = range.lowerBound + range.count / 2
        if sorted[middle] < value {
            range = (middle + 1)..<range.upperBound
        } else {
            range = range.lowerBound..<middle
        }
    }
    return range.lowerBound < sorted.endIndex && sorted[range.lowerBound] == value ? range.lowerBound : nil
}
