package import Diagnostics

/// Every link of the site's pages, drawings and styles that leads nowhere or where it must not.
///
/// A link within the site must be relative, name a file that is there (not its folder), and an anchor that is in it.
/// Only `<a href>` may leave the site, to `http`, `https`, `mailto`, `tel`, `geo` and `sms`; nothing is loaded from
/// another host. `reachableOutside` holds paths from the root such as `../archive/2026-W46/index.html` that exist too.
///
/// One pass over the bytes, O(bytes + links); at most `limit` problems are told apart, the rest is counted.
package func linkProblems(
    _ files: [SiteFile], reachableOutside: Set<String> = [], limit: Int = 200
) -> [Problem] {
    var check = LinkCheck(files: files, reachableOutside: reachableOutside)
    for index in files.indices { check.scan(index) }
    check.followFragments()
    return check.problems(limit: limit)
}

private struct LinkCheck {
    struct Broken {
        var file: Int
        var offset: Int
        var value: [UInt8]
        var reason: String
        var target: [UInt8]?
    }
    struct Fragment {
        var file: Int
        /// Of the whole link in the file.
        var range: Range<Int>
        var target: Int
        var name: UInt64
    }

    let files: [SiteFile]
    /// Index of the file by a hash of its path: a link is compared by 64 bits, which is quick and sure enough here.
    private var fileByPath: [UInt64: Int] = [:]
    private var outside: Set<UInt64> = []
    private var anchors: [Set<UInt64>]
    private var fragments: [Fragment] = []
    private var broken: [Broken] = []

    init(files: [SiteFile], reachableOutside: Set<String>) {
        self.files = files
        anchors = Array(repeating: [], count: files.count)
        fileByPath.reserveCapacity(files.count)
        for (index, file) in files.enumerated() { fileByPath[fingerprint(file.path.utf8)] = index }
        for path in reachableOutside { outside.insert(fingerprint(path.utf8)) }
    }

    mutating func scan(_ index: Int) {
        let path = Array(files[index].path.utf8)
        let folder = path[..<(path.lastIndex(of: UInt8(ascii: "/")) ?? 0)]
        let isStyle = path.hasSuffix(".css")
        guard isStyle || path.hasSuffix(".html") || path.hasSuffix(".svg") else { return }
        var found: [(use: LinkUse, range: Range<Int>)] = []
        var ids: Set<UInt64> = []
        files[index].bytes.withUnsafeBufferPointer { bytes in
            if isStyle {
                scanStyle(bytes, in: 0..<bytes.count) { found.append(($0, $1)) }
            } else {
                scanLinks(bytes) {
                    found.append(($0, $1))
                } anchor: {
                    ids.insert(anchorFingerprint(bytes, $0))
                }
            }
            let start = PageStart(path)
            for (use, range) in found {
                if use != .resourceList {
                    if use != .base, let plain = start.plainTarget(bytes, range), let target = fileByPath[plain.path] {
                        guard let name = plain.fragment else { continue }
                        fragments.append(Fragment(file: index, range: range, target: target, name: name))
                        continue
                    }
                    follow(attributeText(bytes[range]), use, from: index, in: range, page: path, folder)
                    continue
                }
                for candidate in bytes[range].split(separator: UInt8(ascii: ",")) {
                    let link = attributeText(candidate).prefix { !isSpace($0) }
                    follow(Array(link), .resource, from: index, in: range, page: path, folder)
                }
            }
        }
        anchors[index] = ids
    }

    private mutating func follow(
        _ value: [UInt8], _ use: LinkUse, from file: Int, in range: Range<Int>, page: [UInt8],
        _ folder: ArraySlice<UInt8>
    ) {
        switch resolve(value, use: use, page: page, folder: folder) {
        case .allowed: return
        case .refused(let reason):
            broken.append(Broken(file: file, offset: range.lowerBound, value: value, reason: reason))
        case .file(let path, let fragment):
            let key = fingerprint(path)
            guard let target = fileByPath[key] else {
                if outside.contains(key) { return }
                let leaves = path.starts(with: "..".utf8)
                broken.append(
                    Broken(
                        file: file, offset: range.lowerBound, value: value,
                        reason: leaves ? "leads out of the site" : "leads to no file of the site", target: path))
                return
            }
            guard let fragment, !fragment.isEmpty, fragment != Array("top".utf8) else { return }
            fragments.append(
                Fragment(file: file, range: range, target: target, name: fingerprint(fragment)))
        }
    }

    mutating func followFragments() {
        for link in fragments where !anchors[link.target].contains(link.name) {
            let reason = "names an anchor that '\(files[link.target].path)' does not have"
            let value = files[link.file].bytes.withUnsafeBufferPointer { attributeText($0[link.range]) }
            broken.append(Broken(file: link.file, offset: link.range.lowerBound, value: value, reason: reason))
        }
    }

    func problems(limit: Int) -> [Problem] {
        let sorted = broken.sorted {
            (files[$0.file].path, $0.offset, $0.reason) < (files[$1.file].path, $1.offset, $1.reason)
        }
        var problems: [Problem] = []
        for (number, link) in sorted.prefix(limit).enumerated() {
            let text = String(decoding: link.value, as: UTF8.self)
            let shown = text.count > 120 ? text.prefix(119) + "…" : text[...]
            let (line, column) = place(of: link.offset, in: files[link.file].bytes)
            // A hint compares with every path, so only the first ones get it.
            let hint = number < 20 ? link.target.flatMap { nearestLink($0, from: files[link.file].path, files) } : nil
            problems.append(
                Problem(
                    .error, "site.link", "The link '\(shown)' \(link.reason)",
                    at: ProblemPlace(file: files[link.file].path, line: line, column: column), value: text,
                    hint: hint.map { "did you mean '\($0)'?" }))
        }
        if sorted.count > limit {
            problems.append(
                Problem(
                    .error, "site.link", "\(sorted.count - limit) more links are broken", hint: "mend those above first"
                ))
        }
        return problems
    }
}

/// 1-based line and column, the column in Unicode scalars.
private func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let before = bytes[..<offset]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return (line, before[start...].count { $0 & 0xC0 != 0x80 } + 1)
}

extension [UInt8] {
    fileprivate func hasSuffix(_ text: StaticString) -> Bool {
        count >= text.utf8CodeUnitCount
            && suffix(text.utf8CodeUnitCount).elementsEqual(
                UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
