import ArgumentParser
import Config
import Quantities
import Records
import Store

/// Options of the subcommands that answer a question about the company without building the site.
struct BookOptions: ParsableArguments {
    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: "The day to look at, as YYYY-MM-DD. Default: today.")
    var asOf: Day?

    func load(reporting: Bool = true) throws -> (book: SalesBook, config: SiteConfig) {
        let loaded = try workspace.load()
        if reporting { report(loaded.problems) }
        let company = loaded.config.company
        let store = try CustomerStore.open(workspace.storePath(loaded), access: .read)
        let book = try store.salesBook(
            asOf: asOf ?? today(in: company.zone), zone: company.zone, currency: company.currency
        ) { try? OpeningHours(osm: $0) }
        try store.close()
        return (book, loaded.config)
    }
}
