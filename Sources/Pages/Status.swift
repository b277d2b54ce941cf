/// How something stands. It is always shown with a shape and a word, never by colour alone.
package enum Status: String, Sendable, Hashable, CaseIterable {
    case good, watch, late, neutral

    /// Class of the style sheet, which also gives it its shape.
    package var cssClass: String { "is-\(rawValue)" }
}
