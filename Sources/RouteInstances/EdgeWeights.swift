import Diagnostics

extension KeywordFile {
    /// Places with coordinates or a matrix, and how distances follow from them.
    func placesAndMetric() throws -> (places: [RouteInstance.Place], metric: RouteInstance.Metric) {
        let dimension = try required("DIMENSION", hint: "write how many places there are")
        let count = try lines.whole(dimension.text, "DIMENSION", in: dimension.line, range: 2...1_000_000)
        let type = try required(
            "EDGE_WEIGHT_TYPE", hint: "write EDGE_WEIGHT_TYPE : EUC_2D where places have coordinates")
        switch type.text.uppercased() {
        case "EUC_2D": return (try coordinates(count), .euclidean)
        case "CEIL_2D": return (try coordinates(count), .ceiling)
        case "EXPLICIT":
            let places =
                section("NODE_COORD_SECTION") == nil
                ? (1...count).map(RouteInstance.Place.init) : try coordinates(count)
            return (places, .matrix(try matrix(count)))
        default:
            throw lines.problem(
                "unsupported", "distances of type '\(type.text.prefix(40))' are not read", at: type.line,
                value: String(type.text.prefix(40)), hint: "read are EUC_2D, CEIL_2D and EXPLICIT")
        }
    }

    private func coordinates(_ count: Int) throws -> [RouteInstance.Place] {
        let section = try required(section: "NODE_COORD_SECTION")
        return try table(section, "NODE_COORD_SECTION", columns: 2, count: count).enumerated().map { position, row in
            var place = RouteInstance.Place(number: position + 1)
            (place.x, place.y) = (row.values[0], row.values[1])
            return place
        }
    }

    /// Most places of an explicit matrix: 5,000 × 5,000 numbers take 200 MB.
    private static let mostRows = 5000

    private func matrix(_ count: Int) throws -> [Double] {
        let form = try required("EDGE_WEIGHT_FORMAT", hint: "write EDGE_WEIGHT_FORMAT : FULL_MATRIX")
        guard let cells = Self.cells[form.text.uppercased()] else {
            throw lines.problem(
                "unsupported", "a matrix in format '\(form.text.prefix(40))' is not read", at: form.line,
                hint: "read are \(Self.cells.keys.sorted().joined(separator: ", "))")
        }
        let section = try required(section: "EDGE_WEIGHT_SECTION")
        guard count <= Self.mostRows else {
            throw lines.problem(
                "too-large", "a matrix of \(count) places is too large", at: section.heading,
                hint: "up to \(Self.mostRows) are read")
        }
        var weights: [Double] = []
        let expected = (0..<count).reduce(0) { $0 + cells($1, count).count }
        for row in section.rows {
            for word in row.words { weights.append(try lines.number(word, "a distance", in: row, least: 0)) }
            guard weights.count <= expected else {
                throw lines.problem(
                    "row-count", "the matrix goes on here after its \(expected) numbers", at: row,
                    hint: "check DIMENSION and EDGE_WEIGHT_FORMAT")
            }
        }
        guard weights.count == expected else {
            throw lines.problem(
                "row-count", "the matrix has \(weights.count) numbers, but needs \(expected)", at: section.heading,
                hint: "get the whole file, or correct DIMENSION")
        }
        if form.text.uppercased() == "FULL_MATRIX" { return weights }
        var full = [Double](repeating: 0, count: count * count)
        var position = 0
        for row in 0..<count {
            for column in cells(row, count) {
                full[row * count + column] = weights[position]
                full[column * count + row] = weights[position]
                position += 1
            }
        }
        return full
    }

    /// Which columns of a row each format lists.
    private static let cells: [String: @Sendable (_ row: Int, _ count: Int) -> Range<Int>] = [
        "FULL_MATRIX": { 0..<$1 },
        "UPPER_ROW": { ($0 + 1)..<$1 },
        "UPPER_DIAG_ROW": { $0..<$1 },
        "LOWER_ROW": { row, _ in 0..<row },
        "LOWER_DIAG_ROW": { row, _ in 0..<(row + 1) },
    ]
}
