package import Config
package import Diagnostics
import Quantities
package import Records

/// The book with the calls of the workspace's file in it and everything in the company's currency, and what could not be
/// used: rows about a rep whom nobody knows, amounts without a rate, names of scenarios that mean nothing.
///
/// Everything else of the forecast looks at this book. Without files it is the book that was given. Kinds:
/// `forecast-calls.` and unknown-rep, ambiguous-rep; `rates.no-rate` (warning); `config.scenarios` (warning).
/// O(n log n).
package func settle(
    _ inputs: ForecastInputs, in book: SalesBook, config: SiteConfig
) -> (book: SalesBook, problems: [Problem]) {
    var names = RecordNames(book.reps.map { ($0.id.text, String($0.id.sourceID), $0.name) }, kind: "rep")
    var problems: [Problem] = []
    var calls: [ForecastCall] = []
    for row in inputs.calls {
        switch names.find(row.rep) {
        case .one(let id):
            calls.append(
                ForecastCall(
                    id: RecordID(
                        source: "file", sourceID: "\(row.month.iso)/\(id)/\(row.caller.rawValue)/\(row.at.iso)"),
                    repID: RecordID(id), caller: row.caller, month: row.month, commit: row.commit,
                    bestCase: row.bestCase, note: row.note, at: row.at))
        case .flaw(let rule, let message, let hint):
            problems.append(
                Problem(.error, "forecast-calls.\(rule)", message, at: row.place, value: row.rep, hint: hint))
        }
    }
    let called = book.adding(calls)
    problems += scenarioProblems(config.forecast.scenarios, stages: config.stages, in: book)
    guard let rates = inputs.rates else { return (called, problems) }
    let converted = called.converted(with: rates)
    return (converted.book, problems + lacks(converted.missing, rates: rates, config: config))
}

/// One problem for each amount, up to a thousand.
private func lacks(_ missing: [AmountWithoutRate], rates: ExchangeRates, config: SiteConfig) -> [Problem] {
    let most = 1000
    let file = config.forecast.ratesFile ?? ForecastSettings.standardRatesFile
    let figures = config.company.figures
    let words: [AmountWithoutRate.Kind: String] = [
        .opportunity: "opportunity", .order: "order", .quota: "quota", .forecastCall: "call",
    ]
    var problems = missing.prefix(most).map { lack in
        let code = lack.amount.currency.code
        return Problem(
            .warning, "rates.no-rate",
            "\(figures.money(lack.amount)) of the \(words[lack.kind] ?? "record") \(lack.record) is in no sum: no rate of \(code) for \(lack.day.iso)",
            at: ProblemPlace(file: file), value: lack.record,
            hint: "add a rate of \(code) for that day, or for one of the \(rates.validDays) days before")
    }
    if missing.count > most {
        problems.append(
            Problem(
                .warning, "rates.many", "\(missing.count - most) more amounts without a rate are not listed",
                at: ProblemPlace(file: file), hint: "add the rates that are named above first"))
    }
    return problems
}

/// Names in scenarios that mean no deal, rep, team or stage: the scenario is played without them.
private func scenarioProblems(
    _ scenarios: [ScenarioSetting], stages: [StageSetting], in book: SalesBook
) -> [Problem] {
    guard !scenarios.isEmpty else { return [] }
    var deals = RecordNames(
        book.opportunities.map { ($0.id.text, String($0.id.sourceID), $0.name) }, kind: "opportunity")
    var reps = RecordNames(book.reps.map { ($0.id.text, String($0.id.sourceID), $0.name) }, kind: "rep")
    var teams = RecordNames(book.teams.map { ($0.id.text, String($0.id.sourceID), $0.name) }, kind: "team")
    var known = RecordNames(stages.map { ($0.name, $0.name, $0.name) }, kind: "stage")
    var problems: [Problem] = []
    func check(_ words: [String], of scenario: ScenarioSetting, in names: inout RecordNames) {
        for word in words {
            // Several of one name are all meant.
            guard case .flaw(let rule, let message, let hint) = names.find(word), rule.hasPrefix("unknown") else {
                continue
            }
            problems.append(
                Problem(
                    .warning, "config.scenarios", "\(message), as the scenario '\(scenario.name)' wants",
                    at: scenario.place, value: word, hint: hint))
        }
    }
    for scenario in scenarios {
        check(scenario.loseDeals + scenario.winDeals, of: scenario, in: &deals)
        check(scenario.repLeaves + scenario.reps, of: scenario, in: &reps)
        check(scenario.teams, of: scenario, in: &teams)
        check(scenario.stages, of: scenario, in: &known)
    }
    return problems
}
