import ArgumentParser
import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The command: one file a subcommand, each thin over the package's functions.
///
/// Exit codes: 0 done, 1 the input has errors, 64 wrong usage, 70 a fault of ours.
@main
struct FieldbookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fieldbook",
        abstract: "Turns a customer store and an activity log into a static site.",
        version: version,
        subcommands: [
            DemoCommand.self, ImportCommand.self, CheckCommand.self, BuildCommand.self, ServeCommand.self,
            SnapshotCommand.self, TerritoriesCommand.self, RoutesCommand.self, RoadsCommand.self, ForecastCommand.self,
        ])

    static let version = "0.1.0"

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let error as ProblemError {
            report(error.problems)
            leave(1)
        } catch let code as ExitCode {
            leave(code.rawValue)
        } catch {
            let code = exitCode(for: error)
            // The library's own code for wrong usage is 64; whatever it does not know is a fault of ours.
            if code == .success || code == .validationFailure { exit(withError: error) }
            writeError("fieldbook: \(message(for: error))")
            leave(70)
        }
    }
}

private func leave(_ code: Int32) -> Never { exit(code) }
