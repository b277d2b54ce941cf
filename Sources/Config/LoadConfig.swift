package import Diagnostics

/// Reads a config file whole: what it says, and everything that is wrong with it, in the order of the file.
///
/// A setting with a problem keeps its default, so that all problems are found at once; whoever calls decides whether to
/// go on (a problem of severity `error` means no). Kinds: `config.unknown-key`, `config.wrong-value`, `config.contrast`,
/// `config.stages`, `config.path`, `config.field`. With `isOptional` a missing file means the defaults.
///
/// Throws where nothing can be read: see `ConfigDocument`. O(size of the file), which is at most 1 MB.
package func loadConfig(_ path: String, isOptional: Bool = false) throws(ProblemError) -> (SiteConfig, [Problem]) {
    do {
        let document = try ConfigDocument(path: path)
        var reader = ConfigReader(document)
        return (readConfig(&reader), reader.problems.sorted(by: Problem.listingOrder))
    } catch {
        if isOptional, error.problems.first?.kind == "config.missing" { return (SiteConfig(), []) }
        throw error
    }
}

func readConfig(_ reader: inout ConfigReader) -> SiteConfig {
    var config = SiteConfig()
    let root = reader.section(reader.document.root, "")
    reader.read(root["company"], &config.company)
    reader.read(root["theme"], &config.theme)
    reader.read(root["paths"], &config.paths)
    reader.read(root["map"], &config.map)
    reader.read(stagesOf: root, &config.stages)
    reader.read(root["planning"], &config.planning)
    reader.keepPlanFiles(of: root, &config.planning, apartFrom: config.paths)
    reader.read(root["travel"], &config.travel)
    reader.read(root["territories"], &config.territories)
    reader.keepLocksFile(of: root, &config)
    reader.read(root["forecast"], &config.forecast)
    reader.keepForecastFiles(of: root, &config)
    reader.read(root["report"], &config.report)
    reader.read(root["import"], &config.imports)
    return config
}
