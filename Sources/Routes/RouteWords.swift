/// What an exported route says about a stop beyond the customer's name and times: words of the site, not of this target.
package struct RouteWords: Sendable {
    /// Name of the calendar or track, such as `Route of Ana Lima`.
    package var title: String
    /// The name of home.
    package var home: String
    /// A note for a stop, such as why the visit is due and whom to ask for; plain text, may have several lines.
    package var note: @Sendable (Stop) -> String

    package init(title: String, home: String = "Home", note: @escaping @Sendable (Stop) -> String = { _ in "" }) {
        self.title = title
        self.home = home
        self.note = note
    }
}

/// Decimal degrees with six places (0.1 m), the same on each machine.
func degrees(_ value: Double) -> String {
    let millionths = Int((abs(value) * 1_000_000).rounded())
    let fraction = String(millionths % 1_000_000)
    let digits = String(repeating: "0", count: 6 - fraction.utf8.count) + fraction
    return (value < 0 && millionths > 0 ? "-" : "") + "\(millionths / 1_000_000).\(digits)"
}
