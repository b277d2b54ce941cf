/// A part of a long page, with a heading that the list at the top leads to.
struct PageSection {
    /// The fragment of its address.
    var id: String
    /// In the list at the top, one or two words.
    var short: String
    var title: String
    /// The finding of the part, above its pictures.
    var text: String?
    var pictures: [Picture] = []
    var tables: [DataTable] = []
    /// How the figures are made, in small type.
    var note: String?

    var fields: PageFields {
        [
            "id": .text(id), "title": .text(title), "text": .text(ifAny: text),
            "pictures": .list(pictures.map(\.fields)), "tables": .list(tables.map(\.fields)),
            "note": .text(ifAny: note),
        ]
    }

    var allTables: [DataTable] { tables + pictures.compactMap(\.table) }
}

extension [PageSection] {
    /// Links to each part.
    var jumps: PageValue { .list(map { ["label": .text($0.short), "href": .text("#\($0.id)")] }) }
    /// The tables of all parts as files beside the page.
    func files(beside path: SitePath) -> [CompanionFile] {
        flatMap(\.allTables).filter { !$0.rows.isEmpty }.map { $0.csv(beside: path) }
    }
}

/// A long page of parts under one finding.
struct SectionPage {
    var path: SitePath
    var title: String
    var finding: String
    var cards: [FigureCard] = []
    var sections: [PageSection]
    var explanation: String?
}

extension SiteMaterial {
    /// A page of the pipeline's section.
    func output(of list: SectionPage) -> PageOutput {
        PageOutput(
            pages: [
                page(
                    list.path, template: "sections", title: list.title, section: SitePaths.pipeline,
                    crumbs: [("Pipeline", SitePaths.pipeline)], finding: list.finding,
                    fields: [
                        "cards": .list(list.cards.map(\.fields)), "jumps": list.sections.jumps,
                        "parts": .list(list.sections.map(\.fields)),
                        "explanation": .text(ifAny: list.explanation),
                    ])
            ], files: list.sections.files(beside: list.path))
    }
}
