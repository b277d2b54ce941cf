package import Quantities

/// A note that somebody wrote in Markdown, ready for a page.
package struct Note: Sendable, Hashable {
    /// What the note is about. The text is as written: a record's id, key or name, for the caller to look up.
    package enum Subject: Sendable, Hashable {
        case customer(String), rep(String), team(String), site
    }

    /// Path within the notes folder.
    package var file: String
    package var title: String
    package var subject: Subject
    /// The team's or site's week that the note belongs to.
    package var week: ISOWeek?
    package var day: Day?
    package var author: String?
    package var body: NoteBody
    /// The first paragraph as plain text, at most 160 characters; not escaped.
    package var plainSummary: String

    /// Safe HTML for a page in the site's root. Other pages: `body.html(onPage:)`.
    package var html: String { body.html(onPage: "") }
}

/// The text of a note as safe HTML: no raw HTML, no script, no request to another host, headings from `h3` down with
/// ids that are unique for a unique prefix.
package struct NoteBody: Sendable, Hashable {
    /// Between two pieces stands a link or picture that is written from the site's root.
    let pieces: [String]

    /// The HTML for a page at that path from the root, such as `teams/north/index.html`: a note's relative links are
    /// written from the site's root, whatever page it appears on.
    package func html(onPage page: String) -> String {
        pieces.joined(separator: String(repeating: "../", count: page.utf8.count { $0 == UInt8(ascii: "/") }))
    }
}
