import Glibc

/// Walks the start tags of an HTML or SVG file and their attributes, by the rules of the HTML standard's tokenizer as
/// far as they matter for finding tags.
struct TagScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The name of the next start tag; its attributes come next.
    mutating func nextTag() -> Range<Int>? {
        while let open = find(UInt8(ascii: "<"), from: index) {
            index = open + 1
            guard index < bytes.count else { return nil }
            switch bytes[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                while index < bytes.count, !endsName(bytes[index]) { index += 1 }
                return open + 1..<index
            case UInt8(ascii: "!") where matches(bytes, index, "!--"):
                index = endOfComment(from: index + 3)
            case UInt8(ascii: "!"), UInt8(ascii: "/"), UInt8(ascii: "?"):
                index = find(UInt8(ascii: ">"), from: index).map { $0 + 1 } ?? bytes.count
            default: break
            }
        }
        return nil
    }

    /// Name and value of the current tag's next attribute (an empty range where there is none), or nil at its end.
    mutating func nextAttribute() -> (name: Range<Int>, value: Range<Int>)? {
        while index < bytes.count, isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "/") { index += 1 }
        guard index < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: ">") {
            index += 1
            return nil
        }
        let start = index
        index += 1
        while index < bytes.count, !endsName(bytes[index]), bytes[index] != UInt8(ascii: "=") { index += 1 }
        let name = start..<index
        var next = index
        while next < bytes.count, isSpace(bytes[next]) { next += 1 }
        guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else { return (name, index..<index) }
        next += 1
        while next < bytes.count, isSpace(bytes[next]) { next += 1 }
        guard next < bytes.count else {
            index = next
            return (name, next..<next)
        }
        let quote = bytes[next]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let end = find(quote, from: next + 1) ?? bytes.count
            index = min(end + 1, bytes.count)
            return (name, next + 1..<end)
        }
        index = next
        while index < bytes.count, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
        return (name, next..<index)
    }

    /// The elements whose content is text even where it looks like tags.
    func rawTextElement(_ tag: Range<Int>) -> String? {
        guard tag.count >= 5, tag.count <= 8 else { return nil }
        if equals(tag, "script") { return "script" }
        if equals(tag, "style") { return "style" }
        if equals(tag, "textarea") { return "textarea" }
        if equals(tag, "title") { return "title" }
        return nil
    }

    /// Moves to the end tag of that element; the range is what it holds.
    mutating func skipRawText(_ name: String) -> Range<Int> {
        let start = index
        while let open = find(UInt8(ascii: "<"), from: index) {
            index = open + 1
            let end = index + 1 + name.utf8.count
            if index < bytes.count, bytes[index] == UInt8(ascii: "/"), end <= bytes.count,
                bytes[index + 1..<end].elementsEqual(name.utf8, by: { $0 | 0x20 == $1 })
            {
                return start..<open
            }
        }
        index = bytes.count
        return start..<bytes.count
    }

    func equals(_ range: Range<Int>, _ name: StaticString) -> Bool {
        range.count == name.utf8CodeUnitCount && matches(bytes, range.lowerBound, name)
    }

    private func endsName(_ byte: UInt8) -> Bool {
        isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    }

    private func endOfComment(from start: Int) -> Int {
        // `<!-->` and `<!--->` are whole comments.
        if matches(bytes, start, ">") { return start + 1 }
        if matches(bytes, start, "->") { return start + 2 }
        var dash = start
        while let found = find(UInt8(ascii: "-"), from: dash) {
            if matches(bytes, found, "-->") { return found + 3 }
            if matches(bytes, found, "--!>") { return found + 4 }
            dash = found + 1
        }
        return bytes.count
    }

    private func find(_ byte: UInt8, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, Int32(byte), bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
