import Config
import Records
import Quantities

/// What surrounds every page: header, navigation, way back, footer.
extension SiteMaterial {
    /// A page with its frame. `crumbs` lead from the section down to the page, without the page itself.
    func page(
        _ path: SitePath, template: String, title: String, section: SitePath, crumbs: [(String, SitePath)] = [],
        finding: String, fields: PageFields
    ) -> Page {
        let frame: PageFields = [
            "pageTitle": .text(title),
            "siteName": .text(config.theme.name ?? config.company.name),
            "logo": config.theme.logo.map { .text(path.toRoot + "assets/" + logoName($0)) } ?? .nothing,
            "root": .text(path.toRoot),
            "sections": .list(
                Self.sections.map {
                    [
                        "label": .text($0.label), "href": .text(path.link(to: $0.path)),
                        "isCurrent": .flag($0.path == section), "isMain": .flag($0.isMain),
                    ]
                }),
            "crumbs": .list(crumbs.map { ["label": .text($0.0), "href": .text(path.link(to: $0.1))] }),
            "home": .text(path.link(to: SitePaths.index)),
            "finding": .text(finding),
            "asOf": .text(figures.day(book.asOf)),
            "asOfISO": .text(book.asOf.iso),
            "reportWeek": .text(week.iso),
            "planWeek": .text(book.planMonday.week.iso),
            "version": .text(version),
            "attribution": .text(ifAny: config.map.attribution),
        ]
        return Page(path: path, template: template, title: title, fields: frame.merging(fields))
    }

    static let sections: [(label: String, path: SitePath, isMain: Bool)] = [
        ("This week", SitePaths.index, true),
        ("Teams", SitePaths.teams, true),
        ("Reps", SitePaths.reps, true),
        ("Customers", SitePaths.customers, true),
        ("Pipeline", SitePaths.pipeline, true),
        ("Territories", SitePaths.territories, true),
        ("Segments", SitePaths.segments, false),
        ("Leads", SitePaths.leads, false),
        ("Campaigns", SitePaths.campaigns, false),
        ("Service", SitePaths.service, false),
        ("Process", SitePaths.process, false),
        ("Data", SitePaths.data, true),
        ("Archive", SitePaths.archive, true),
    ]
}

/// The name under which the logo is copied into `assets/`.
package func logoName(_ file: String) -> String {
    "logo." + (file.split(separator: ".").last.map { $0.lowercased() } ?? "svg")
}
