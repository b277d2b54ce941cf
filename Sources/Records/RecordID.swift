/// The lasting name of a record: `source:source_id`, such as `salesforce:0015g00000000G8`.
///
/// It never depends on the order in which rows came into the store. `Of` keeps a customer's id from being used for a rep.
package struct RecordID<Of>: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }
    package init(source: String, sourceID: String) { text = "\(source):\(sourceID)" }

    package var source: Substring { text.prefix { $0 != ":" } }
    package var sourceID: Substring { text.drop { $0 != ":" }.dropFirst() }
    package var description: String { text }

    // Byte order of UTF-8: the same as SQLite's BINARY collation, and independent of locale.
    package static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}

/// A record that is found by its id.
package protocol Identified: Sendable {
    associatedtype Kind = Self
    var id: RecordID<Kind> { get }
}
