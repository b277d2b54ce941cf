import Config
import Foundation
import FoundationXML
import SiteBuild
import Testing

@Suite struct HostileTests {
    private static let notes = [
        "# <script>alert(1)</script>\n\n[x](javascript:alert(1)) <img src=x onerror=alert(1)> ![y](data:text/html,x)",
        "---\ntitle: \"</title><script>alert(1)</script>\"\nauthor: {{siteName}}\n---\n\n```\n</code></pre><script>\n```",
        "<div onclick=\"x\">\n\n| <b> | \u{202E}a |\n|--|--|\n| </td></table> | b |\n\n<a href='javascript:x'>",
    ]

    private static func build(_ texts: [String]) async throws -> SiteTree {
        var book = HostileBook(texts)
        let workspace = try TestWorkspace(book.contents())
        for (index, note) in notes.enumerated() { try workspace.folder.write(note, to: "notes/n\(index).md") }
        workspace.config.company.name = "<b>{{x}}</b> & \"Co\""
        workspace.config.stages[0].name = "<i>{{stage}}</i>"
        workspace.config.map.attribution = "<script>alert(1)</script>"
        return try await workspace.build()
    }

    private static let own = Task { try await build(HostileBook.own) }

    private func expectSafe(_ site: SiteTree) throws {
        var faults: [String] = []
        for path in site.paths where path.hasSuffix(".html") || path.hasSuffix(".svg") {
            let scan = MarkupScan(try #require(site.text(path)))
            faults += scan.faults.prefix(3).map { "\(path): \($0)" }
        }
        for path in site.paths(endingIn: ".csv") {
            for cell in try #require(site.csv(path)).joined() where isFormula(cell) {
                faults.append("\(path): \(cell)")
            }
        }
        for path in site.paths(endingIn: ".gpx") where !isWellFormed(try #require(site.files[path])) {
            faults.append("\(path) is not well-formed")
        }
        for path in site.paths(endingIn: ".geojson") {
            let json = try? JSONSerialization.jsonObject(with: Data(try #require(site.files[path]))) as? [String: Any]
            if json?["type"] as? String != "FeatureCollection" { faults.append("\(path) is no GeoJSON") }
        }
        for path in site.paths(endingIn: ".ics") {
            faults += calendarFaults(try #require(site.text(path))).map { "\(path): \($0)" }
        }
        #expect(faults.isEmpty, "\(faults.prefix(20).joined(separator: "\n"))")
        #expect(
            site.built.plannedVisits > 0 && !site.paths(endingIn: ".ics").isEmpty
                && !site.paths(endingIn: ".gpx").isEmpty)
    }

    @Test func `text in no field becomes markup, script, formula or another file`() async throws {
        let site = try await Self.own.value
        try expectSafe(site)
        #expect(
            site.paths.allSatisfy {
                !$0.contains("..") && !$0.hasPrefix("/") && $0.utf8.count < 200 && $0.allSatisfy(\.isASCII)
            })
        let folders = Set(site.paths.map { $0.split(separator: "/").dropLast().joined(separator: "/") })
        #expect(folders.count { $0.hasPrefix("customers/") } == site.built.customers)
    }

    @Test func `the text itself is still there to read`() async throws {
        let site = try await Self.own.value
        let seen = site.paths(endingIn: ".html").compactMap { site.text($0) }.map { MarkupScan($0).text }.joined()
        for text in ["<script>alert(1)</script>", "{{siteName}}", "../../etc/passwd", "שלום עולם", "👩‍👩‍👧‍👦"] {
            #expect(seen.contains(text), "\(text) is on no page")
        }
    }

    @Test func `the search index holds nothing but strings`() async throws {
        let script = try #require(try await Self.own.value.text("assets/search-index.js"))
        #expect(script.hasPrefix("window.fieldbookCustomers=[") && script.hasSuffix("];\n"))
        let list = script.dropFirst("window.fieldbookCustomers=".count).dropLast(2)
        let rows = try JSONSerialization.jsonObject(with: Data(list.utf8)) as? [[String]]
        #expect(rows?.count == HostileBook.own.count.clamped(12, 60) && rows?.allSatisfy { $0.count == 3 } == true)
        #expect(
            !script.contains("<")
                && !script.unicodeScalars.contains { "\u{2028}\u{2029}\u{0}".unicodeScalars.contains($0) })
    }

    @Test(
        .enabled(
            if: Repository.isContinuousIntegration
                || Repository.sharedFile("data/hostile/blns.json") != nil,
            "the list of naughty strings is not beside this package"))
    func `a long list of naughty strings does no harm`() async throws {
        let file = try #require(Repository.sharedFile("data/hostile/blns.json"))
        let strings = try JSONDecoder().decode([String].self, from: Data(contentsOf: URL(fileURLWithPath: file)))
        #expect(strings.count > 300)
        try expectSafe(try await Self.build(strings))
    }
}

private func isFormula(_ cell: String) -> Bool {
    guard let first = cell.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return false }
    return cell.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) == nil
}

private func isWellFormed(_ bytes: [UInt8]) -> Bool { XMLParser(data: Data(bytes)).parse() }

/// RFC 5545: lines of at most 75 octets that end with CR LF, a name before each value, components in pairs.
private func calendarFaults(_ text: String) -> [String] {
    var faults: [String] = []
    let scalars = text.unicodeScalars
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.popLast()?.isEmpty != true { faults.append("no line end at the end") }
    if lines.contains(where: { $0.last != UInt8(ascii: "\r") || $0.count > 76 }) {
        faults.append("a line is too long or not ended")
    }
    if scalars.contains(where: { $0.value < 32 && $0 != "\r" && $0 != "\n" }) { faults.append("a control character") }
    // Unfolded byte by byte: a combining mark after the space would be one character with it.
    var content: [[UInt8]] = []
    for line in lines.map({ $0.dropLast() }) {
        if line.first == UInt8(ascii: " "), !content.isEmpty {
            content[content.count - 1] += line.dropFirst()
        } else {
            content.append(Array(line))
        }
    }
    var open: [String] = []
    for line in content {
        let name = String(decoding: line.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") }, as: UTF8.self)
        let value = String(decoding: line.drop { $0 != UInt8(ascii: ":") }.dropFirst(), as: UTF8.self)
        if name.wholeMatch(of: /[A-Z-]+/) == nil { faults.append("not a content line: \(name.prefix(60))") }
        if name == "BEGIN" { open.append(value) }
        if name == "END", open.popLast() != value { faults.append("\(value) closes another") }
    }
    return open.isEmpty ? faults : faults + ["not closed: \(open)"]
}

extension Int {
    fileprivate func clamped(_ low: Int, _ high: Int) -> Int { Swift.max(low, Swift.min(high, self)) }
}
