package import Config
package import Diagnostics
package import Quantities

/// What a build is asked for. Nothing else reaches it: no clock, no environment.
package struct BuildOrder: Sendable {
    /// The folder that the config's paths are relative to.
    package var workspace: String
    package var config: SiteConfig
    /// Of the config file, as it was read; it goes into the manifest.
    package var configBytes: [UInt8]
    package var store: String
    package var output: String
    package var asOf: Day
    /// The day that answers of a road engine are filed under; nil where nobody is to be asked. It never reaches a page.
    package var fetchDay: Day?
    /// What was wrong with the config, for the data page.
    package var problems: [Problem]
    /// 1 or more; the result is the same for any number.
    package var threads: Int
    package var version: String

    package init(
        workspace: String, config: SiteConfig, configBytes: [UInt8], store: String, output: String, asOf: Day,
        threads: Int, version: String, fetchDay: Day? = nil, problems: [Problem] = []
    ) {
        self.workspace = workspace
        self.config = config
        self.configBytes = configBytes
        self.store = store
        self.output = output
        self.asOf = asOf
        self.fetchDay = fetchDay
        self.problems = problems
        self.threads = max(1, threads)
        self.version = version
    }

    /// A path of the config, from where the command was started.
    func path(_ text: String) -> String { text.hasPrefix("/") || workspace.isEmpty ? text : workspace + "/" + text }
}
