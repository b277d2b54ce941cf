/// What a link in a page is for, which decides where it may lead.
enum LinkUse {
    /// A person follows it: `<a href>`.
    case page
    /// The browser loads it by itself: `src`, `<link href>`, `url(…)`, a form's `action`.
    case resource
    /// Several resources with sizes: `srcset`.
    case resourceList
    /// `<base href>`, which would move all other links.
    case base
}

/// Finds the links and the anchors (ids) of an HTML or SVG file in one pass over its bytes. Ranges are the raw
/// attribute values, character references undecoded. Comments, scripts and text are skipped; `url(…)` within style
/// elements and attributes counts as a resource. Bad markup never stops it. O(bytes), no allocation.
func scanLinks(
    _ bytes: UnsafeBufferPointer<UInt8>, link: (LinkUse, Range<Int>) -> Void, anchor: (Range<Int>) -> Void
) {
    var scanner = TagScanner(bytes: bytes)
    while let tag = scanner.nextTag() {
        let raw = scanner.rawTextElement(tag)
        while let (name, value) = scanner.nextAttribute() {
            if scanner.equals(name, "href") || scanner.equals(name, "xlink:href") {
                if scanner.equals(tag, "a") || scanner.equals(tag, "area") {
                    link(.page, value)
                } else {
                    link(scanner.equals(tag, "base") ? .base : .resource, value)
                }
            } else if scanner.equals(name, "id") {
                anchor(value)
            } else if scanner.equals(name, "src") || scanner.equals(name, "poster") || scanner.equals(name, "action")
                || scanner.equals(name, "formaction") || scanner.equals(name, "background")
                || scanner.equals(name, "data") && scanner.equals(tag, "object")
            {
                link(.resource, value)
            } else if scanner.equals(name, "srcset") || scanner.equals(name, "imagesrcset") {
                link(.resourceList, value)
            } else if scanner.equals(name, "name"), scanner.equals(tag, "a") {
                anchor(value)
            } else if scanner.equals(name, "style") {
                scanStyle(bytes, in: value, link: link)
            }
        }
        if let raw {
            let text = scanner.skipRawText(raw)
            if raw == "style" { scanStyle(bytes, in: text, link: link) }
        }
    }
}

/// Finds `url(…)` and `@import "…"` in a range of CSS.
func scanStyle(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, link: (LinkUse, Range<Int>) -> Void) {
    var index = range.lowerBound
    while index + 4 < range.upperBound {
        var start: Int?
        if bytes[index] | 0x20 == UInt8(ascii: "u"), matches(bytes, index, "url(") {
            start = index + 4
        } else if bytes[index] == UInt8(ascii: "@"), matches(bytes, index, "@import") {
            start = index + 7
        }
        guard var from = start else {
            index += 1
            continue
        }
        while from < range.upperBound, isSpace(bytes[from]) { from += 1 }
        guard from < range.upperBound else { return }
        if matches(bytes, from, "url(") {
            index = from
            continue
        }
        let quote = bytes[from] == UInt8(ascii: "\"") || bytes[from] == UInt8(ascii: "'") ? bytes[from] : nil
        if quote != nil { from += 1 }
        var end = from
        while end < range.upperBound, quote.map({ bytes[end] != $0 }) ?? (bytes[end] != UInt8(ascii: ")")) { end += 1 }
        link(.resource, from..<end)
        index = end
    }
}

func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

/// Whether the ASCII text, given in lower case, stands at the index in either case.
func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ text: StaticString) -> Bool {
    guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount {
        let byte = bytes[index + offset]
        let lower = (65...90).contains(byte) ? byte | 0x20 : byte
        if lower != text.utf8Start[offset] { return false }
    }
    return true
}
