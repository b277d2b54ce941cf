/// 64-bit FNV-1a: paths and anchors are compared by it, which is quick and sure enough for finding mistakes.
func fingerprint(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = fingerprintStart
    for byte in bytes { mix(byte, into: &hash) }
    return hash
}

/// Of an anchor as its attribute is written; only one with a character reference or blank is copied first.
func anchorFingerprint(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = fingerprintStart
    for index in range {
        let byte = bytes[index]
        if byte == UInt8(ascii: "&") || byte <= 32 { return fingerprint(attributeText(bytes[range])) }
        mix(byte, into: &hash)
    }
    return hash
}

/// Where the links of one page start from. Most links are plain: letters, digits, `-`, `_`, `.` and `/`, perhaps some
/// `../` in front and a fragment behind. Their target's fingerprint is worked out without copying a byte.
struct PageStart {
    /// Fingerprint of the page's path, and of each folder above it: the root's first.
    private var page: UInt64
    private var folders: [UInt64]

    init(_ path: [UInt8]) {
        page = fingerprintStart
        folders = [fingerprintStart]
        for byte in path {
            if byte == UInt8(ascii: "/") { folders.append(page) }
            mix(byte, into: &page)
        }
    }

    /// The fingerprints of path and fragment, or nil when the link is not plain and needs the full rules.
    func plainTarget(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> (path: UInt64, fragment: UInt64?)? {
        var index = range.lowerBound
        let end = range.upperBound
        var depth = folders.count - 1
        while index + 2 < end, bytes[index] == UInt8(ascii: "."), bytes[index + 1] == UInt8(ascii: "."),
            bytes[index + 2] == UInt8(ascii: "/")
        {
            depth -= 1
            index += 3
        }
        guard depth >= 0, index < end else { return nil }
        var hash = folders[depth]
        if bytes[index] == UInt8(ascii: "#") {
            guard index == range.lowerBound else { return nil }
            hash = page
        } else if depth > 0 {
            mix(UInt8(ascii: "/"), into: &hash)
        }
        var atSegmentStart = true
        while index < end, bytes[index] != UInt8(ascii: "#") {
            let byte = bytes[index]
            // A segment that starts with a dot, or is empty, may mean another folder.
            if atSegmentStart, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") { return nil }
            guard isPlain(byte) || byte == UInt8(ascii: "/") else { return nil }
            atSegmentStart = byte == UInt8(ascii: "/")
            mix(byte, into: &hash)
            index += 1
        }
        guard index < end else { return (hash, nil) }
        index += 1
        var fragment = fingerprintStart
        let isTop = end - index == 3 && matches(bytes, index, "top")
        if index == end || isTop { return (hash, nil) }
        while index < end {
            guard isPlain(bytes[index]) else { return nil }
            mix(bytes[index], into: &fragment)
            index += 1
        }
        return (hash, fragment)
    }
}

private let fingerprintStart: UInt64 = 0xcbf2_9ce4_8422_2325

@inline(__always)
private func mix(_ byte: UInt8, into hash: inout UInt64) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

@inline(__always)
private func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
        true
    default: false
    }
}
