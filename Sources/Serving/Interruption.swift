import Dispatch
import Glibc

/// Waits for Ctrl-C or a request to end, or for the task to be cancelled. Afterwards both signals end the process as
/// usual, so that a second Ctrl-C never waits for anything.
package func interruption() async {
    let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
    let sources = [SIGINT, SIGTERM].map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number)
        source.setEventHandler { continuation.finish() }
        source.activate()
        return source
    }
    for await _ in stream {}
    for source in sources { source.cancel() }
    signal(SIGINT, SIG_DFL)
    signal(SIGTERM, SIG_DFL)
}
