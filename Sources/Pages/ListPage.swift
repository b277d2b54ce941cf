/// A page of cards, pictures and tables under one finding; most pages of sales operations are one.
struct ListPage {
    var path: SitePath
    var title: String
    var finding: String
    var crumbs: [(String, SitePath)] = []
    var cards: [FigureCard] = []
    var pictures: [Picture] = []
    var tables: [DataTable] = []
    /// Lines to copy, below the tables.
    var code: CodeBlock?
    /// How the figures are made, in small type at the end.
    var explanation: String?
}

/// Lines of a config or a file, to copy as they are.
struct CodeBlock {
    var title: String
    var note: String
    var text: String

    var fields: PageFields { ["title": .text(title), "note": .text(note), "text": .text(text)] }
}

extension SiteMaterial {
    func output(of list: ListPage, section: SitePath? = nil, files: [CompanionFile] = []) -> PageOutput {
        let all = list.tables + list.pictures.compactMap(\.table)
        return PageOutput(
            pages: [
                page(
                    list.path, template: "list", title: list.title, section: section ?? list.path, crumbs: list.crumbs,
                    finding: list.finding,
                    fields: [
                        "cards": .list(list.cards.map(\.fields)),
                        "pictures": .list(list.pictures.map(\.fields)),
                        "tables": .list(list.tables.map(\.fields)),
                        "code": .fields(ifAny: list.code?.fields),
                        "explanation": .text(ifAny: list.explanation),
                    ])
            ], files: all.filter { !$0.rows.isEmpty }.map { $0.csv(beside: list.path) } + files)
    }
}
