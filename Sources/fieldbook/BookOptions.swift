import ArgumentParser
import Config
import Diagnostics
import Forecasting
import Quantities
import Records
import Store

/// Options of the subcommands that answer a question about the company without building the site.
struct BookOptions: ParsableArguments {
    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: "The day to look at, as YYYY-MM-DD. Default: today.")
    var asOf: Day?

    /// The book with the calls of the workspace's file in it and in one currency.
    func load(reporting: Bool = true) throws -> (book: SalesBook, config: SiteConfig) {
        let loaded = try workspace.load()
        if reporting { report(loaded.problems) }
        return (try settled(loaded).book, loaded.config)
    }

    /// The same, and what is wrong with rates, calls and scenarios: for those who ask about money.
    func settled(_ loaded: WorkspaceOptions.Workspace) throws -> (book: SalesBook, problems: [Problem]) {
        let company = loaded.config.company
        let store = try CustomerStore.open(workspace.storePath(loaded), access: .read)
        let book = try store.salesBook(
            asOf: asOf ?? today(in: company.zone), zone: company.zone, currency: company.currency
        ) { try? OpeningHours(osm: $0) }
        try store.close()
        let inputs = readForecastInputs(loaded.config, folder: loaded.folder)
        let settled = settle(inputs, in: book, config: loaded.config)
        return (settled.book, inputs.problems + settled.problems)
    }
}
