/// A file of the site by its path from the site's root, such as `reps/ana-lima/index.html`.
package struct SitePath: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }

    package var description: String { text }

    /// The relative link from this page to another file. It always names the file, so that it works from a disk.
    package func link(to target: SitePath) -> String {
        let here = text.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let there = target.text.split(separator: "/", omittingEmptySubsequences: false)
        let shared = zip(here, there.dropLast()).prefix { $0 == $1 }.count
        let up = String(repeating: "../", count: here.count - shared)
        return up + there.dropFirst(shared).joined(separator: "/")
    }

    /// A file in the same folder.
    package func sibling(_ name: String) -> SitePath {
        guard let slash = text.lastIndex(of: "/") else { return SitePath(name) }
        return SitePath(text[...slash] + name)
    }

    /// `../` for each folder above this file.
    package var toRoot: String { String(repeating: "../", count: text.count { $0 == "/" }) }

    package static func < (left: SitePath, right: SitePath) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}
