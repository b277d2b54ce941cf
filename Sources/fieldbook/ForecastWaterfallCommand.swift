import ArgumentParser
import Config
import Diagnostics
import Forecasting
import Quantities
import Records

struct ForecastWaterfallCommand: ParsableCommand {
    enum Span: String, ExpressibleByArgument, CaseIterable { case quarter, month, all }

    static let configuration = CommandConfiguration(
        commandName: "waterfall", abstract: "How the open pipeline of one morning became that of a later evening.",
        discussion: """
            Counts what is promised for the quarter of the last day, or for its month, or everything. A deal whose close \
            day moves behind the period slips out, one that comes back is pulled in; of a team or a rep, deals that change \
            hands are handed in or out. Opening and changes sum to the closing pipeline, to the cent.
            """)

    @OptionGroup var options: BookOptions
    @Option(help: "First day, from its morning, as YYYY-MM-DD. Default: Monday of the report week.") var from: Day?
    @Option(help: "Last day, to its evening, as YYYY-MM-DD. Default: the as-of date.") var until: Day?
    @Option(help: "Deals promised for the 'quarter' or the 'month' of the last day, or 'all'.") var period = Span
        .quarter
    @Option(help: "Only the team with this name or id.") var team: String?
    @Option(help: "Only the rep with this name or id.") var rep: String?
    @Flag(help: "Each change with its deals.") var deals = false
    @Flag(help: "Everything as JSON.") var json = false

    func validate() throws {
        if team != nil, rep != nil { throw ValidationError("--team and --rep can't both be given") }
        if let from, let until, from > until {
            throw ValidationError("--from \(from.iso) is after --until \(until.iso)")
        }
    }

    func run() throws {
        let (book, config) = try options.load()
        let last = until ?? book.asOf
        let first = from ?? min(book.reportMonday, last.monday)
        guard last <= book.asOf else {
            throw ProblemError(
                "forecast.after-as-of", "\(last.iso) is after \(book.asOf.iso), the last day that is known",
                hint: "give an earlier --until or a later --as-of")
        }
        guard first <= last else {
            throw ProblemError(
                "forecast.empty-span", "\(first.iso) is after \(last.iso)", hint: "give an earlier --from")
        }
        let waterfall = measureWaterfall(
            book, from: first, until: last, period: promised(on: last), scope: try scope(in: book),
            settings: config.forecast)
        if json { return try writeJSON(WaterfallAnswer(waterfall, book: book)) }
        lines(of: waterfall, book: book, figures: config.company.figures).forEach(writeAnswer)
    }

    private func promised(on day: Day) -> ClosedRange<Day>? {
        switch period {
        case .quarter: day.firstOfQuarter...day.lastOfQuarter
        case .month: day.firstOfMonth...day.lastOfMonth
        case .all: nil
        }
    }

    private func scope(in book: SalesBook) throws -> PipelineWaterfall.Scope {
        if let team {
            guard let found = book.teams.first(where: { $0.id.text == team || $0.name == team }) else {
                throw unknown("team", team, known: book.teams.map(\.name))
            }
            return .team(found.id)
        }
        if let rep {
            guard let found = book.reps.first(where: { $0.id.text == rep || $0.name == rep }) else {
                throw unknown("rep", rep, known: book.reps.map(\.name))
            }
            return .rep(found.id)
        }
        return .company
    }

    private func unknown(_ kind: String, _ name: String, known: [String]) -> ProblemError {
        ProblemError(
            "forecast.unknown-\(kind)", "no \(kind) is called '\(name)'",
            hint: nearMiss(of: name, in: known).map { "did you mean '\($0)'?" }
                ?? "there are \(known.joined(separator: ", "))")
    }

    private func lines(of waterfall: PipelineWaterfall, book: SalesBook, figures: FigureStyle) -> [String] {
        func row(_ label: String, _ count: Int?, _ amount: Money) -> [String] {
            [label, count.map(figures.integer) ?? "", figures.money(amount, cents: true)]
        }
        let names = Dictionary(book.opportunities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var rows = [row("Opening \(waterfall.from.iso), morning", nil, waterfall.opening)]
        for bar in waterfall.bars where !bar.deals.isEmpty {
            rows.append(row(bar.change.words, bar.deals.count, bar.amount))
            guard deals else { continue }
            rows += bar.deals.map { ["  \(names[$0.id] ?? $0.id.text)", "", figures.money($0.amount, cents: true)] }
        }
        rows.append(row("Closing \(waterfall.until.iso), evening", nil, waterfall.closing))
        let table = AlignedTable(
            columns: [.text("Pipeline", widest: 60), .figure("Deals"), .figure("Amount")], rows: rows)
        let slips =
            "\(figures.count(waterfall.slipped.count, "open deal")) worth \(figures.money(waterfall.slippedAmount)) moved to a later month"
        return [promisedText(waterfall)] + table.lines + [slips]
    }

    private func promisedText(_ waterfall: PipelineWaterfall) -> String {
        waterfall.period.map { "Open deals promised for \($0.lowerBound.iso) to \($0.upperBound.iso), or earlier" }
            ?? "All open deals"
    }
}

extension PipelineWaterfall.Change {
    fileprivate var words: String {
        switch self {
        case .created: "+ created"
        case .reopened: "+ reopened"
        case .handedIn: "+ handed in"
        case .pulledIn: "+ pulled in"
        case .amountUp: "+ amount up"
        case .amountDown: "− amount down"
        case .won: "− won"
        case .lost: "− lost"
        case .slippedOut: "− slipped out"
        case .handedOut: "− handed out"
        }
    }
}

/// The waterfall as a program reads it; money is in whole units of `currency`, changes are signed.
private struct WaterfallAnswer: Encodable {
    struct Deal: Encodable {
        var id: String
        var name: String
        var amount: Double
    }

    struct Bar: Encodable {
        var change: String
        var amount: Double
        var deals: [Deal]
    }

    struct Span: Encodable {
        var from: String
        var until: String
    }

    var from: String
    var until: String
    var promisedFor: Span?
    var scope: String
    var currency: String
    var opening: Double
    var changes: [Bar]
    var closing: Double
    var slipped: [String]
    var slippedAmount: Double

    init(_ waterfall: PipelineWaterfall, book: SalesBook) {
        let names = Dictionary(book.opportunities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        from = waterfall.from.iso
        until = waterfall.until.iso
        promisedFor = waterfall.period.map { Span(from: $0.lowerBound.iso, until: $0.upperBound.iso) }
        scope =
            switch waterfall.scope {
            case .company: "company"
            case .team(let id): "team \(id.text)"
            case .rep(let id): "rep \(id.text)"
            }
        currency = book.currency.code
        opening = waterfall.opening.amount
        changes = waterfall.bars.map { bar in
            Bar(
                change: bar.change.rawValue, amount: bar.amount.amount,
                deals: bar.deals.map { Deal(id: $0.id.text, name: names[$0.id] ?? "", amount: $0.amount.amount) })
        }
        closing = waterfall.closing.amount
        slipped = waterfall.slipped.map(\.text)
        slippedAmount = waterfall.slippedAmount.amount
    }
}
