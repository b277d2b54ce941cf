import Publishing

/// Something worth timing. The work returns its result as text, of which the hash is shown beside the time, so that
/// "faster" and "different" can't be taken for each other.
struct Benchmark: Sendable {
    var name: String
    /// Makes the input, untimed, and gives back the work.
    var prepare: @Sendable () -> () -> String

    init(_ name: String, prepare: @escaping @Sendable () -> () -> String) {
        self.name = name
        self.prepare = prepare
    }

    /// Median and fastest of the runs and the first twelve digits of the result's hash, or `differs` when two runs
    /// gave different results.
    func measure(runs: Int) -> (median: Duration, fastest: Duration, result: String) {
        let work = prepare()
        var times: [Duration] = []
        var hashes: Set<String> = []
        let clock = ContinuousClock()
        for _ in 0..<max(1, runs) {
            var result = ""
            times.append(clock.measure { result = work() })
            hashes.insert(String(contentHash(Array(result.utf8)).prefix(12)))
        }
        times.sort()
        return (times[times.count / 2], times[0], hashes.count == 1 ? hashes.first! : "differs")
    }
}

func milliseconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let tenths = (seconds * 10_000 + attoseconds / 100_000_000_000_000)
    return "\(tenths / 10).\(tenths % 10) ms"
}

/// One line of the table: the first and last column to the left, the figures to the right.
func row(_ name: String, _ median: String, _ fastest: String, _ result: String) -> String {
    func blank(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(1, width - text.count)) }
    return name + blank(name, 44) + blank(median, 12) + median + blank(fastest, 12) + fastest + "  " + result
}
