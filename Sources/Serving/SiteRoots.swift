import Quantities

/// The two folders that are served.
package struct SiteRoots: Hashable, Sendable {
    /// The published site, at `/`.
    package var site: String
    /// The folder of kept weeks, each at `weeksPath` and its name.
    package var weeks: String
    /// Where links of the site look for the kept weeks, seen from `/`; usually `["archive"]`.
    package var weeksPath: [String]

    /// Both as absolute paths.
    ///
    /// The site's pages lead to kept weeks by relative links that leave the site's folder. A browser can't leave `/`:
    /// it drops every `..` too many. What stays of the link is the way from the folder that holds both.
    package init(site: String, weeks: String) {
        self.site = site
        self.weeks = weeks
        let from = plainNames(site)
        let to = plainNames(weeks)
        let shared = Array(zip(from, to).prefix { $0.0 == $0.1 }).count
        weeksPath = to.dropFirst(shared).map { String($0) }
    }

    /// The folder that a path is looked up in, and what stays of the path there.
    func place(_ names: [String]) -> (root: String, names: [String]) {
        if names.starts(with: weeksPath), names.count > weeksPath.count, ISOWeek(names[weeksPath.count]) != nil {
            return (weeks, Array(names.dropFirst(weeksPath.count)))
        }
        return (site, names)
    }
}

/// The names of a path, with `.` and `..` worked in.
private func plainNames(_ path: String) -> [Substring] {
    path.split(separator: "/").reduce(into: []) { names, name in
        if name == ".." { _ = names.popLast() } else if name != "." { names.append(name) }
    }
}
