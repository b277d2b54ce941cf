package import Diagnostics
package import Records

/// What people have written down for the forecast in files of the workspace, as it was found, with everything wrong with it.
package struct ForecastInputs: Sendable {
    package var calls: [CallRow] = []
    /// Nil where no file of rates was read: then no amount is converted, and none is missed.
    package var rates: ExchangeRates?
    package var problems: [Problem] = []
    /// Path as in the config, and bytes, of each file that was read.
    package var files: [(path: String, bytes: [UInt8])] = []

    package init() {}
}

extension ForecastSettings {
    /// Where rates and calls are looked for beside the config that names no file.
    package static var standardRatesFile: String { "exchange-rates.csv" }
    package static var standardCallsFile: String { "forecast-calls.csv" }
}

/// Reads the files of rates and calls, those that there are. `folder` is the one of the config, empty for the current one.
///
/// A file that the config names has to be there. A file that can't be read is a problem and counts as empty. Kinds besides
/// those of the readers: `rates.` and `forecast-calls.` with missing, unreadable, too-big, not-utf8.
package func readForecastInputs(_ config: SiteConfig, folder: String) -> ForecastInputs {
    let (settings, company) = (config.forecast, config.company)
    var inputs = ForecastInputs()
    let ratesPath = settings.ratesFile ?? ForecastSettings.standardRatesFile
    let ratesFile = WorkspaceFile(
        path: ratesPath, namedBy: settings.ratesFile.map { _ in "forecast: rates" }, kind: "rates",
        mostBytes: 8_000_000)
    if let text = inputs.text(of: ratesFile, in: folder) {
        let (rates, problems) = readExchangeRates(
            text, file: ratesPath, currency: company.currency, validDays: settings.rateDays)
        inputs.rates = rates
        inputs.problems += problems
    }
    let callsPath = settings.callsFile ?? ForecastSettings.standardCallsFile
    let callsFile = WorkspaceFile(
        path: callsPath, namedBy: settings.callsFile.map { _ in "forecast: calls" }, kind: "forecast-calls",
        mostBytes: 8_000_000)
    if let text = inputs.text(of: callsFile, in: folder) {
        let (calls, problems) = readForecastCalls(
            text, file: callsPath, zone: company.zone, currency: company.currency)
        inputs.calls = calls
        inputs.problems += problems
    }
    return inputs
}

extension ForecastInputs {
    fileprivate mutating func text(of file: WorkspaceFile, in folder: String) -> String? {
        switch file.find(in: folder) {
        case .nothing: break
        case .missing: problems.append(file.missing)
        case .problem(let problem): problems.append(problem)
        case .bytes(let bytes):
            files.append((file.path, bytes))
            return file.text(bytes, &problems)
        }
        return nil
    }
}
