import Config
import Foundation
import Testing

@testable import Routes

/// A real routing engine's table of an Alpine valley, 50 × 50.
@Suite struct SharedTravelTests {
    private static let path = "data/osrm/table_50x50.response.json"

    @Test(.enabled(if: SharedTable.isThere(path) || SharedTable.isRequired, "the shared data are not there"))
    func `a fit comes closer to real roads than the default bands`() throws {
        let path = try #require(SharedTable.find(Self.path))
        let read = readTravelTable(path: path, name: "table.json")
        #expect(read.problems.isEmpty)
        let table = try #require(read.table)
        #expect(table.pairCount == 2450)
        let travel = MatrixTravel(table, in: book(rep(), []), beneath: GreatCircleTravel(TravelSettings()))
        let check = checkTravel(TravelSettings(), against: travel.tableLegs())
        let after = try #require(check.total.after)
        #expect((0.15...0.19).contains(check.total.before.relative))
        let bandsAlone = try #require(check.bandsAlone)
        #expect(bandsAlone.relative < 0.155 && bandsAlone.relative < check.total.before.relative - 0.01)
        // Regions know the river and the mountain: from 17 % to below 6 %, where two thirds would be 11 %.
        #expect(after.relative < check.total.before.relative * 0.4)
        #expect(abs(after.medianRatio - 1) < 0.03)
        #expect(check.rows.allSatisfy { $0.after.map { $0.relative < 0.25 } ?? false })
        let newPlaces = try #require(check.newPlaces)
        // 8 % for places that no drive of the sample leads to.
        #expect(try #require(newPlaces.after).relative < newPlaces.before.relative * 0.6)
    }
}

private enum SharedTable {
    static var isRequired: Bool { ProcessInfo.processInfo.environment["CI"] == "true" }

    static func isThere(_ path: String) -> Bool { find(path) != nil }

    /// Looked for in a folder `shared` beside the package and above.
    static func find(_ path: String) -> String? {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let file = folder.appendingPathComponent("shared/" + path).path
            if FileManager.default.fileExists(atPath: file) { return file }
        }
        return nil
    }
}
