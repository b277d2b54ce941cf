import Diagnostics
import Publishing
import Quantities

private let pageCount = 1_500

/// A site of 1,500 pages of about 30 kB with 200 links each.
private func largeSite() -> [SiteFile] {
    let style = SiteFile(path: "assets/site.css", text: "body { margin: 0 }")
    return [style]
        + (0..<pageCount).map { page in
            var html =
                "<!doctype html><html><head><link rel=\"stylesheet\" href=\"../../assets/site.css\"></head><body>"
            for line in 0..<200 {
                let other = (page * 7 + line * 13) % pageCount
                html +=
                    "<p id=\"row-\(line)\" class=\"row\"><a href=\"../\(other)/index.html#row-\(line)\">Customer \(other)</a>"
                html += "<span class=\"figure\">€ \(page * line)</span> a visit is due this week &amp; next</p>\n"
            }
            return SiteFile(path: "customers/\(page)/index.html", text: html + "</body></html>")
        }
}

let publishingBenchmarks = [
    Benchmark("publishing: links of 1,500 pages of 30 kB") {
        let site = largeSite()
        return { linkProblems(site).map(\.text).joined() }
    },
    Benchmark("publishing: manifest of 1,500 files") {
        let site = largeSite()
        let inputs = ManifestInputs(generator: "benchmark", asOf: Day(daysSinceEpoch: 20_000))
        return { Manifest(files: site, inputs: inputs).text }
    },
]
