/// What differs between two lists of files, by content; each list sorted by path. O(n).
package struct ManifestDifference: Sendable, Hashable {
    /// A file that both have, with other content.
    package struct Change: Sendable, Hashable {
        package var path: String
        package var oldBytes: Int
        package var newBytes: Int
    }

    package var added: [Manifest.Entry]
    package var removed: [Manifest.Entry]
    package var changed: [Change]
    package var unchangedCount: Int

    package init(from old: [Manifest.Entry], to new: [Manifest.Entry]) {
        let before = Dictionary(old.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.map(\.path))
        added = []
        changed = []
        unchangedCount = 0
        for entry in new {
            guard let earlier = before[entry.path] else {
                added.append(entry)
                continue
            }
            if earlier.sha256 == entry.sha256 && earlier.bytes == entry.bytes {
                unchangedCount += 1
            } else {
                changed.append(Change(path: entry.path, oldBytes: earlier.bytes, newBytes: entry.bytes))
            }
        }
        removed = old.filter { !after.contains($0.path) }
        added.sort { $0.path < $1.path }
        changed.sort { $0.path < $1.path }
        removed.sort { $0.path < $1.path }
    }
}
