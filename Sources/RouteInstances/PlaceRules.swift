import Diagnostics

extension InstanceLines {
    /// What holds for a place in every format.
    func check(_ place: RouteInstance.Place, in line: Line) throws {
        if place.latest < place.earliest {
            throw problem(
                "window", "the window of \(place.number) ends before it begins", at: line,
                hint: "the earlier time comes first")
        }
        let amounts = [
            ("demand", place.demand), ("service time", place.service), ("ready time", place.earliest),
            ("prize", place.prize),
        ]
        for (what, amount) in amounts where amount < 0 {
            throw problem(
                "out-of-range", "the \(what) of \(place.number) is below 0", at: line, hint: "correct the number")
        }
    }
}

/// The last part of a path.
func baseName(_ file: String) -> String { file.split(separator: "/").last.map(String.init) ?? file }
