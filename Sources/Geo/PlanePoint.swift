/// A point on a flat drawing or in a projection; y grows downwards in drawings.
public struct PlanePoint: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    public var isFinite: Bool { x.isFinite && y.isFinite }

    public func distance(to other: PlanePoint) -> Double {
        ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
    }

    public static func + (left: PlanePoint, right: PlanePoint) -> PlanePoint {
        PlanePoint(left.x + right.x, left.y + right.y)
    }

    public static func - (left: PlanePoint, right: PlanePoint) -> PlanePoint {
        PlanePoint(left.x - right.x, left.y - right.y)
    }
}

/// An upright rectangle on the plane, edges included.
public struct PlaneBox: Hashable, Sendable {
    public var minX: Double
    public var minY: Double
    public var maxX: Double
    public var maxY: Double

    public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
        self.minX = minX
        self.minY = minY
        self.maxX = maxX
        self.maxY = maxY
    }

    public init(centre: PlanePoint, width: Double, height: Double) {
        self.init(
            minX: centre.x - width / 2, minY: centre.y - height / 2,
            maxX: centre.x + width / 2, maxY: centre.y + height / 2)
    }

    /// The smallest box around the points; nil for none.
    public init?(_ points: some Sequence<PlanePoint>) {
        var iterator = points.makeIterator()
        guard let first = iterator.next() else { return nil }
        self.init(minX: first.x, minY: first.y, maxX: first.x, maxY: first.y)
        while let point = iterator.next() {
            minX = min(minX, point.x)
            minY = min(minY, point.y)
            maxX = max(maxX, point.x)
            maxY = max(maxY, point.y)
        }
    }

    public var width: Double { maxX - minX }
    public var height: Double { maxY - minY }
    public var centre: PlanePoint { PlanePoint((minX + maxX) / 2, (minY + maxY) / 2) }

    public func contains(_ point: PlanePoint) -> Bool {
        point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
    }

    public func contains(_ other: PlaneBox) -> Bool {
        other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY
    }

    /// True when the insides meet; boxes that only share an edge do not.
    public func overlaps(_ other: PlaneBox) -> Bool {
        minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
    }

    public func grown(by margin: Double) -> PlaneBox {
        PlaneBox(minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
    }
}
