/// A page of the site: which template, with what, and where it goes.
package struct Page: Sendable {
    package var path: SitePath
    /// File name in `templates/` without its ending.
    package var template: String
    /// For the browser's title bar and the heading of lists.
    package var title: String
    package var fields: PageFields

    package init(path: SitePath, template: String, title: String, fields: PageFields) {
        self.path = path
        self.template = template
        self.title = title
        self.fields = fields
    }
}

/// A file that stands beside a page: a table as CSV, a calendar, a track, an index for the search.
package struct CompanionFile: Sendable, Hashable {
    package var path: SitePath
    package var text: String

    package init(path: SitePath, text: String) {
        self.path = path
        self.text = text
    }
}
