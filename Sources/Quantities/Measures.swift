/// A duration in whole seconds.
public struct Seconds: Hashable, Comparable, AdditiveArithmetic, Sendable {
    public var count: Int
    public init(_ count: Int) { self.count = count }
    public static let zero = Seconds(0)
    public static func minutes(_ minutes: Int) -> Seconds { Seconds(minutes * 60) }
    public static func < (left: Seconds, right: Seconds) -> Bool { left.count < right.count }
    public static func + (left: Seconds, right: Seconds) -> Seconds { Seconds(left.count + right.count) }
    public static func - (left: Seconds, right: Seconds) -> Seconds { Seconds(left.count - right.count) }
    /// Minutes, rounded up: a plan must not promise a minute that is not there.
    public var wholeMinutes: Int { (count + 59) / 60 }
    public var hours: Double { Double(count) / 3600 }
}

/// A length in whole metres.
public struct Metres: Hashable, Comparable, AdditiveArithmetic, Sendable {
    public var count: Int
    public init(_ count: Int) { self.count = count }
    public static let zero = Metres(0)
    public static func < (left: Metres, right: Metres) -> Bool { left.count < right.count }
    public static func + (left: Metres, right: Metres) -> Metres { Metres(left.count + right.count) }
    public static func - (left: Metres, right: Metres) -> Metres { Metres(left.count - right.count) }
    public var kilometres: Double { Double(count) / 1000 }
}
