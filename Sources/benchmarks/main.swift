// benchmarks [--once] [WORD]: the benchmarks whose name holds the word, each with the hash of its result.

let arguments = CommandLine.arguments.dropFirst()
let word = arguments.first { !$0.hasPrefix("--") }
let runs = arguments.contains("--once") ? 1 : 5

// One line for each file of benchmarks.
let benchmarks = publishingBenchmarks + companyBenchmarks + planBenchmarks + pipelineBenchmarks + mapBenchmarks

let chosen = benchmarks.filter { word == nil || $0.name.contains(word!) }
print(row("benchmark", "median", "fastest", "result"))
for benchmark in chosen {
    let measured = benchmark.measure(runs: runs)
    print(row(benchmark.name, milliseconds(measured.median), milliseconds(measured.fastest), measured.result))
}
print("\(chosen.count) benchmarks, \(runs) runs each")
