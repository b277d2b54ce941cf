import Diagnostics

/// The link, relative to the page, that a broken one most likely meant: the folder's `index.html`, or the file whose
/// path is a near miss. O(files × path²), so not for thousands.
func nearestLink(_ target: [UInt8], from page: String, _ files: [SiteFile]) -> String? {
    let target = String(decoding: target, as: UTF8.self)
    let index = target.isEmpty || target.hasSuffix("/") ? target + "index.html" : target + "/index.html"
    if let file = files.first(where: { $0.path == index }) { return relativeLink(from: page, to: file.path) }
    // A much longer or shorter path is no near miss; leaving it out saves most of the comparing.
    let length = target.utf8.count
    let candidates = files.map(\.path).filter { abs($0.utf8.count - length) <= max(1, length / 3) }
    return nearMiss(of: target, in: candidates).map { relativeLink(from: page, to: $0) }
}

/// The relative link from one page of a site to a file of it: from `reps/ana/index.html` to `index.html` is
/// `../../index.html`. Both are paths from the root.
package func relativeLink(from page: String, to file: String) -> String {
    let folders = page.split(separator: "/").dropLast()
    let target = file.split(separator: "/")
    let shared = zip(folders, target.dropLast()).prefix { $0 == $1 }.count
    return (folders.dropFirst(shared).map { _ in ".." } + target.dropFirst(shared)).joined(separator: "/")
}
