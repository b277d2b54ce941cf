import Config
import Diagnostics
import Pages
import Publishing
import Records
import Rendering
import Roads
import Store

/// Every page as HTML. All problems of all pages are reported together.
func render(
    _ pages: [Page], with templates: TemplateFolder, threads: Int
) async throws(ProblemError) -> [SiteFile] {
    let results = await concurrentMap(pages, threads: threads) { page -> Result<SiteFile, ProblemError> in
        do throws(ProblemError) {
            return .success(SiteFile(path: page.path.text, text: try templates.render(page)))
        } catch {
            return .failure(error)
        }
    }
    var files: [SiteFile] = []
    var problems: [Problem] = []
    for result in results {
        switch result {
        case .success(let file): files.append(file)
        case .failure(let error): problems += error.problems
        }
    }
    if !problems.isEmpty { throw ProblemError(distinct(problems)) }
    return files
}

/// A wrong tag is wrong on each page of its kind; it is said once for each place.
private func distinct(_ problems: [Problem]) -> [Problem] {
    struct Key: Hashable {
        var kind: String
        var place: ProblemPlace?
        var value: String?
    }
    var seen: Set<Key> = []
    return problems.filter { seen.insert(Key(kind: $0.kind, place: $0.place, value: $0.value)).inserted }
}

func companions(_ files: [CompanionFile]) -> [SiteFile] {
    files.map { SiteFile(path: $0.path.text, text: $0.text) }
}

/// The theme's accent as a style sheet of its own: a strict policy allows no style inside a page.
func themeFile(_ theme: ThemeSettings) -> SiteFile {
    var css = "/* The accent of this site, from the theme block of its config. */\n"
    if let accent = theme.accent { css += ":root { --accent: \(accent); }\n" }
    if let accent = theme.accentDark ?? theme.accent {
        css += "@media (prefers-color-scheme: dark) { :root { --accent: \(accent); } }\n"
    }
    return SiteFile(path: "assets/theme.css", text: css)
}

/// What the site was made from, for its manifest: the files of the workspace, and the records as `store`.
func inputs(
    of order: BuildOrder, _ workspace: Workspace, _ book: SalesBook, roads: RoadMemory?
) -> ManifestInputs {
    ManifestInputs(
        generator: "Fieldbook \(order.version)", asOf: order.asOf,
        inputs: workspace.inputs + [fingerprint(book)] + [roads.map { fingerprint($0, of: book) }].compactMap { $0 })
}

/// The records as they were known on the as-of date, by their content: the file's own bytes depend on when and in
/// which order they were written.
func fingerprint(_ book: SalesBook) -> Manifest.Entry {
    Manifest.Entry(path: "store", contents: book.canonicalRows)
}
