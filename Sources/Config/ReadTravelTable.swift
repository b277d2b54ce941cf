package import Diagnostics
import Foundation

/// Reads the driving times of a matrix file: JSON where its first character is a brace (see `TravelJSON`), else CSV (see
/// `TravelCSV`).
///
/// `name` is the file's name in problems. A line, row or value that can't be used is a problem with its place and is left
/// out, so that the estimate stands in for it; where nothing can be used the table is nil. Kinds: `travel.unreadable`,
/// `travel.head`, `travel.wrong-line`, `travel.wrong-value`, `travel.wrong-place`, `travel.twice`, `travel.syntax`,
/// `travel.profile`, `travel.no-durations`, `travel.no-places`, `travel.size`, `travel.too-big`; at most 20 of a kind
/// are listed, the others counted. O(pairs log places); CSV is read piece by piece.
package func readTravelTable(path: String, name: String) -> (table: TravelTable?, problems: [Problem]) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
        let handle = FileHandle(forReadingAtPath: path)
    else {
        return (
            nil,
            [
                Problem(
                    .error, "travel.unreadable", "the driving times '\(name)' can't be read; the estimate stands in",
                    at: ProblemPlace(file: name),
                    hint: "name a CSV or JSON file relative to the config in 'travel: matrix:'")
            ]
        )
    }
    defer { try? handle.close() }
    let first = piece(of: handle)
    let opening = first.drop { [0xEF, 0xBB, 0xBF, 32, 9, 10, 13].contains($0) }.first
    if opening == UInt8(ascii: "{") || opening == UInt8(ascii: "[") {
        var bytes = first
        while true {
            let next = piece(of: handle)
            if next.isEmpty { break }
            bytes += next
            if bytes.count > 1 << 29 { return tooBig(name) }
        }
        var json = TravelJSON(file: name, bytes: bytes)
        json.read()
        return finished(json.builder)
    }
    var csv = TravelCSV(file: name)
    var bytes = first
    while !bytes.isEmpty {
        csv.take(bytes)
        bytes = piece(of: handle)
    }
    csv.end()
    return finished(csv.builder)
}

private func piece(of handle: FileHandle) -> [UInt8] {
    (try? handle.read(upToCount: 1 << 18)).flatMap { $0 }.map { [UInt8]($0) } ?? []
}

private func finished(_ builder: TravelTableBuilder) -> (table: TravelTable?, problems: [Problem]) {
    let (table, problems) = builder.table()
    return (table.pairCount == 0 ? nil : table, problems)
}

private func tooBig(_ name: String) -> (table: TravelTable?, problems: [Problem]) {
    (
        nil,
        [
            Problem(
                .error, "travel.too-big", "the driving times '\(name)' have more than 512 MB of JSON",
                at: ProblemPlace(file: name), hint: "write them as CSV, with the pairs that one rep may drive")
        ]
    )
}
