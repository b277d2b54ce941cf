import Foundation

/// What the JSON of an answer says. Nested too deeply or without end it is garbled like any other rubbish.
///
/// - Throws: `.status` where a failure has no words that can be read, else `.garbled` with where it is odd.
func roadReply<Shape: Decodable>(_ shape: Shape.Type, in answer: RoadAnswer) throws(RoadFault)
    -> Shape
{
    do {
        return try JSONDecoder().decode(shape, from: Data(answer.bytes))
    } catch {
        guard (200..<300).contains(answer.status) else { throw .status(answer.status) }
        throw .garbled(whatIsOdd(error))
    }
}

/// Foundation's own words carry parts of the answer and change with its version, so just the place is told.
private func whatIsOdd(_ error: any Error) -> String {
    let path: [any CodingKey]
    switch error as? DecodingError {
    case .typeMismatch(_, let context), .valueNotFound(_, let context): path = context.codingPath
    case .keyNotFound(let key, let context): path = context.codingPath + [key]
    default: return "no JSON"
    }
    let place = path.map { key in key.intValue.map(String.init) ?? key.stringValue }.joined(
        separator: ".")
    return place.isEmpty ? "no JSON object" : "not what was expected at \(place)"
}

/// Words of a server on one line, without control, format and bidirectional characters, cut at so many scalars.
func boundedWords(_ text: String, limit: Int = 200) -> String {
    var words = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        guard words.count < limit else { break }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: continue
        default: words.append(scalar)
        }
    }
    return String(words)
}

/// Percent-encodes all but letters, digits and `-._~` of ASCII.
func pathComponent(_ text: String) -> String {
    let plain = CharacterSet(
        charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
    return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
}
