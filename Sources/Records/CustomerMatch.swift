import Geo

/// Two customers that look like one, and why.
package struct CustomerMatch: Hashable, Sendable {
    /// From this score on the two are taken for the same customer; below it somebody should look.
    package static let certain = 0.95

    /// The one with the smaller id: the older row in most CRMs.
    package var first: RecordID<Customer>
    package var second: RecordID<Customer>
    /// 0.7...1.
    package var score: Double
    /// In words, the strongest first: `same name`, `12 m apart`, `same telephone number`.
    package var evidence: [String]

    package init(first: RecordID<Customer>, second: RecordID<Customer>, score: Double, evidence: [String]) {
        self.first = first
        self.second = second
        self.score = score
        self.evidence = evidence
    }
}

/// What of a customer is compared, worked out once.
struct CustomerTraits {
    var id: RecordID<Customer>
    var name: NameKey
    var phone: String?
    var website: String?
    var street: String?
    var place: GeoPoint?

    init(_ customer: Customer) {
        id = customer.id
        name = NameKey(customer.name)
        // The last seven digits, so that `+423 232 04 11` and `232 04 11` are the same number.
        let digits = (customer.phone ?? "").unicodeScalars.filter { ("0"..."9").contains($0) }
        phone = digits.count >= 7 ? String(String.UnicodeScalarView(digits.suffix(7))) : nil
        website = customer.website.flatMap(CustomerTraits.plainWebsite)
        let street = NameKey(
            [customer.address.street, customer.address.postalCode].compactMap(\.self).joined(separator: " "))
        self.street = customer.address.street == nil || street.isEmpty ? nil : street.text
        place = customer.place
    }

    private static func plainWebsite(_ address: String) -> String? {
        var text = Substring(address.lowercased())
        for prefix in ["https://", "http://", "www."] where text.hasPrefix(prefix) {
            text = text.dropFirst(prefix.count)
        }
        while text.last == "/" { text.removeLast() }
        return text.contains(".") ? String(text) : nil
    }
}

/// How sure it is that two customers are one, or nil when it is not likely.
///
/// | names | and | score |
/// |---|---|---|
/// | same | on the same spot (up to 5 m) | 1 |
/// | same | same telephone, website or street, and a place is missing | 0.97 |
/// | same | same telephone, at most 300 m apart | 0.96 |
/// | same | located separately, up to 50 m apart | 0.9 |
/// | same | up to 150 m apart | 0.8 |
/// | alike (0.7) | same telephone or website, up to 100 m apart or a place is missing | 0.8 |
/// | very alike (0.85) | up to 10 m apart | 0.75 |
///
/// The same name further apart is a chain with branches and no match.
func match(_ left: CustomerTraits, _ right: CustomerTraits) -> CustomerMatch? {
    let likeness = left.name.likeness(to: right.name)
    guard likeness >= 0.7 else { return nil }
    let metres = left.place.flatMap { place in right.place.map { place.distance(to: $0) } }
    let samePhone = left.phone != nil && left.phone == right.phone
    let sameWebsite = left.website != nil && left.website == right.website
    let sameStreet = left.street != nil && left.street == right.street
    let score: Double
    switch (likeness == 1, metres) {
    case (true, let metres?) where metres <= 5: score = 1
    case (true, nil) where samePhone || sameWebsite && sameStreet || sameStreet: score = 0.97
    case (true, let metres?) where metres <= 300 && samePhone: score = 0.96
    case (true, let metres?) where metres <= 50: score = 0.9
    case (true, let metres?) where metres <= 150: score = 0.8
    case (false, let metres) where (samePhone || sameWebsite) && (metres ?? 0) <= 100: score = 0.8
    case (false, let metres?) where metres <= 10 && likeness >= 0.85: score = 0.75
    default: return nil
    }
    var evidence = [likeness == 1 ? "same name" : "similar name"]
    if let metres {
        evidence.append(metres <= 5 ? "same place" : "\(Int(metres.rounded())) m apart")
    }
    if samePhone { evidence.append("same telephone number") }
    if sameWebsite { evidence.append("same website") }
    if sameStreet { evidence.append("same address") }
    let ids = left.id < right.id ? (left.id, right.id) : (right.id, left.id)
    return CustomerMatch(first: ids.0, second: ids.1, score: score, evidence: evidence)
}
