/// Where a link leads, or why it may not.
enum LinkTarget {
    /// To a file of the site, or with `..` out of its root; the fragment without `#`, nil when there is none.
    case file(path: [UInt8], fragment: [UInt8]?)
    case allowed
    case refused(String)
}

/// Reads one link of a page in `folder` (path bytes without trailing slash). `value` has no character references left.
func resolve(_ value: [UInt8], use: LinkUse, page: [UInt8], folder: ArraySlice<UInt8>) -> LinkTarget {
    if value.isEmpty { return .refused("is empty") }
    if value.contains(where: { $0 < 32 || $0 == 127 }) { return .refused("holds a control character") }
    if use == .base { return .refused("sets a base, which moves every other link") }
    if let colon = schemeEnd(value) {
        return schemeTarget(String(decoding: value[..<colon], as: UTF8.self), value, use)
    }
    if value.starts(with: "//".utf8) { return .refused("leads to another host") }
    if value[0] == UInt8(ascii: "/") || value[0] == UInt8(ascii: "\\") {
        return .refused("is absolute, so it fails when the site is opened from disk")
    }
    let hash = value.firstIndex(of: UInt8(ascii: "#"))
    let fragment = hash.map { percentDecoded(value[($0 + 1)...]) }
    var rest = value[..<(hash ?? value.endIndex)]
    if let query = rest.firstIndex(of: UInt8(ascii: "?")) { rest = rest[..<query] }
    if rest.isEmpty { return .file(path: page, fragment: fragment) }
    return .file(path: joined(folder, percentDecoded(rest)), fragment: fragment)
}

private func schemeTarget(_ scheme: String, _ value: [UInt8], _ use: LinkUse) -> LinkTarget {
    let scheme = scheme.lowercased()
    if use == .page {
        let known = ["http", "https", "mailto", "tel", "geo", "sms"].contains(scheme)
        return known ? .allowed : .refused("has the scheme '\(scheme):', which a page may not link to")
    }
    if scheme == "data", value.starts(with: "data:image/".utf8) || value.starts(with: "data:font/".utf8) {
        return .allowed
    }
    return .refused("would be loaded from elsewhere ('\(scheme):'), and a page makes no request to another host")
}

/// The index of the colon after a URL scheme.
private func schemeEnd(_ value: [UInt8]) -> Int? {
    for (index, byte) in value.enumerated() {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            if index == 0 { return nil }
        case UInt8(ascii: ":"): return index == 0 ? nil : index
        default: return nil
        }
    }
    return nil
}

/// Joins and removes `.` and `..`; those that leave the root stay in front.
private func joined(_ folder: ArraySlice<UInt8>, _ link: [UInt8]) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    var path = Array(folder)
    for segment in link.split(separator: slash, omittingEmptySubsequences: false) {
        if segment.elementsEqual(".".utf8) { continue }
        if segment.elementsEqual("..".utf8) {
            if path.isEmpty || path == Array("..".utf8) || path.suffix(3).elementsEqual("/..".utf8) {
                path += path.isEmpty ? Array("..".utf8) : Array("/..".utf8)
            } else {
                path.removeSubrange((path.lastIndex(of: slash) ?? 0)...)
            }
            continue
        }
        if !path.isEmpty { path.append(slash) }
        path += segment
    }
    return path
}

private func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "%")) else { return Array(bytes) }
    var decoded: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
        if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex, let high = hexDigit(bytes[index + 1]),
            let low = hexDigit(bytes[index + 2])
        {
            decoded.append(high << 4 | low)
            index += 3
        } else {
            decoded.append(bytes[index])
            index += 1
        }
    }
    return decoded
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}
