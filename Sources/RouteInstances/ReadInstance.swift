package import Diagnostics

/// Reads an instance of the research literature: Solomon's `.txt`, TSPLIB's `.tsp`, VRPLIB's `.vrp`, or Cordeau's periodic
/// format, known by its name's end or, without a known one, by its first line.
///
/// Throws a `ProblemError` with the line of the first thing that does not hold. O(size of the file).
package func readInstance(_ text: String, file: String) throws(ProblemError) -> RouteInstance {
    do {
        let name = file.lowercased()
        if name.hasSuffix(".vrp") || name.hasSuffix(".tsp") { return try readVRPLIB(text, file: file) }
        if name.hasSuffix(".txt") { return try readSolomon(text, file: file) }
        let start = try InstanceLines(String(text.prefix(100_000)), file: file)
        guard let first = start.next else {
            throw start.problem("empty", "the file is empty", hint: "name an instance file")
        }
        if !first.isWord, first.words.allSatisfy({ Double(String($0)) != nil }), first.words.count == 4 {
            return try readPeriodic(text, file: file)
        }
        if first.text.contains(":") { return try readVRPLIB(text, file: file) }
        if start.next(is: "VEHICLE") { return try readSolomon(text, file: file) }
        throw start.problem(
            "unknown-format", "this begins like none of the formats that are read", at: first,
            hint: "read are Solomon (.txt), TSPLIB (.tsp), VRPLIB (.vrp), and Cordeau's periodic format (type m n t)")
    } catch let error as ProblemError {
        throw error
    } catch {
        throw ProblemError(
            "instance.unreadable", "the file can't be read: \(error)", at: ProblemPlace(file: file, line: 1))
    }
}
