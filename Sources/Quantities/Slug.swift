import Foundation

/// A name as one segment of a site path: lower-case ASCII letters, digits and single hyphens, at most 60 long.
///
/// Latin letters lose their marks (`Čačić` is `cacic`; German umlauts are written out, `Müller` is `mueller`). A name
/// of which nothing is left, such as one in another script, falls back to `id`, and an `id` without a usable letter
/// to a hash of it. Names that Windows keeps for devices (`con`, `lpt1`…) are suffixed. Never empty. O(length).
public func slug(for name: String, id: String) -> String {
    for candidate in [asciiSlug(name), asciiSlug(id)] where !candidate.isEmpty {
        return windowsDevices.contains(candidate) ? candidate + "-x" : candidate
    }
    let hash = id.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return "x" + String(hash, radix: 16)
}

/// A slug for every id, no two alike: in order of id, the first of a name keeps the plain slug and the next get
/// `-2`, `-3`… Depends on the ids and names alone, not on the order given. O(n log n) unless all names are alike.
public func uniqueSlugs(_ named: some Sequence<(id: String, name: String)>) -> [String: String] {
    var slugs: [String: String] = [:]
    var taken: Set<String> = []
    var nextNumber: [String: Int] = [:]
    for (id, name) in named.sorted(by: { ($0.id, $0.name) < ($1.id, $1.name) }) where slugs[id] == nil {
        let plain = slug(for: name, id: id)
        var candidate = plain
        var number = nextNumber[plain] ?? 2
        while !taken.insert(candidate).inserted {
            let ending = "-\(number)"
            candidate = String(plain.prefix(longestSlug - ending.count)) + ending
            number += 1
        }
        nextNumber[plain] = number
        slugs[id] = candidate
    }
    return slugs
}

private let longestSlug = 60

/// Windows refuses these as names of files and folders, with any ending.
private let windowsDevices: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })

/// Letters that canonical decomposition leaves whole, and German umlauts, which are written out.
private let spelledOut: [Unicode.Scalar: String] = [
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "å": "a", "ð": "d", "đ": "d",
    "þ": "th", "ħ": "h", "ı": "i", "ĳ": "ij", "ĸ": "k", "ł": "l", "ŀ": "l", "ŋ": "ng", "ŧ": "t", "ə": "e",
]

private func asciiSlug(_ name: String) -> String {
    var slug = ""
    // Longer names are cut anyway; the bound keeps a hostile name cheap.
    let composed = String(name.prefix(400)).precomposedStringWithCanonicalMapping.lowercased()
    for scalar in composed.unicodeScalars {
        if let letters = spelledOut[scalar] {
            slug += letters
        } else if scalar.isASCII {
            append(scalar, to: &slug)
        } else {
            for part in String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars {
                if (0x300...0x36F).contains(part.value) { continue }
                append(part, to: &slug)
            }
        }
    }
    if slug.utf8.count > longestSlug {
        let whole = slug.prefix(longestSlug + 1).lastIndex(of: "-").map { slug[..<$0] }
        let cut = slug.prefix(longestSlug)
        slug = String(whole.map { $0.utf8.count > longestSlug / 2 ? $0 : cut } ?? cut)
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug
}

/// Adds a letter or digit as it is; an apostrophe is dropped, anything else is a word's end.
private func append(_ scalar: Unicode.Scalar, to slug: inout String) {
    switch scalar {
    case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
    case "'", "\u{2019}": break
    default: if !slug.isEmpty, !slug.hasSuffix("-") { slug += "-" }
    }
}
