package import Geo
import Quantities
package import Records

/// Where driving times come from: the estimate, or a table of the road network. They need not be symmetric.
package protocol TravelTimes: Sendable {
    /// Driving from each place to each other one. Pure driving at factor 1; parking is the planner's business, and the
    /// traffic of the hour that of `TravelFactors`.
    func matrix(among places: [TravelPlace]) -> TravelMatrix
}

/// A place to drive to or from: where it is, and whose it is, because a table may know it by either.
package struct TravelPlace: Sendable, Hashable {
    /// The text of a customer's or rep's id; nil for a place that is nobody's.
    package var id: String?
    package var point: GeoPoint

    package init(id: String? = nil, point: GeoPoint) {
        self.id = id
        self.point = point
    }

    package init(customer: RecordID<Customer>, point: GeoPoint) { self.init(id: customer.text, point: point) }

    /// Where the rep's days begin and end.
    package init(homeOf rep: RecordID<Rep>, point: GeoPoint) { self.init(id: rep.text, point: point) }
}

/// Where a driving time comes from; the higher is the better known.
package enum DriveSource: UInt8, Sendable, Hashable, Comparable {
    /// From the great-circle distance.
    case estimate
    /// A road engine's answer.
    case roads
    /// The workspace's file.
    case matrixFile

    package static func < (left: DriveSource, right: DriveSource) -> Bool { left.rawValue < right.rawValue }
}

/// Driving between `count` places: from place `i` to place `j` at `i × count + j`.
package struct TravelMatrix: Sendable, Hashable {
    package let count: Int
    /// 0 or more; 0 on the diagonal.
    package let seconds: [Int32]
    package let metres: [Int32]
    /// Pairs of two different places that a table does not hold, so that the estimate stands in; 0 where there is no table.
    package let missing: Int
    /// Where each of them comes from; nil where all are estimated.
    package let sources: [DriveSource]?

    /// The arrays hold `count × count` values.
    package init(
        count: Int, seconds: [Int32], metres: [Int32], missing: Int = 0, sources: [DriveSource]? = nil
    ) {
        precondition(seconds.count == count * count && metres.count == count * count)
        precondition(sources.map { $0.count == count * count } ?? true)
        self.count = count
        self.seconds = seconds
        self.metres = metres
        self.missing = missing
        self.sources = sources
    }

    package func leg(from: Int, to: Int) -> Leg {
        Leg(
            driving: Seconds(Int(seconds[from * count + to])), distance: Metres(Int(metres[from * count + to])),
            source: sources?[from * count + to] ?? .estimate)
    }
}
