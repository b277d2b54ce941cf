/// How something stands. It is always shown with a shape and a word, never by colour alone.
enum Status: String, Sendable, Hashable, CaseIterable {
    case good, watch, late, neutral

    /// Class of the style sheet, which also gives it its shape.
    var cssClass: String { "is-\(rawValue)" }
}
