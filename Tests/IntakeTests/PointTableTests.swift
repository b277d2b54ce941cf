import Diagnostics
import Foundation
import Geo
import Testing

@testable import Intake

struct PointTableTests {
    private func table(_ text: String, weight: String? = nil) throws -> PointTable {
        try PointTable(Data(text.utf8), file: "points.csv", weightColumn: weight)
    }

    @Test(arguments: [
        "lat,lon", "Latitude,Longitude", "LAT,lng", " lat , \"lon\"", "latitude,long",
    ])
    func `columns go by many names`(header: String) throws {
        let read = try table(header + "\n47.5,9.5\n")
        #expect(read.points == [PointTable.Point(row: 0, place: GeoPoint(latitude: 47.5, longitude: 9.5)!, weight: 1)])
        #expect(read.problems.isEmpty)
    }

    @Test func `a weight is read from the column that is named, with a decimal comma too`() throws {
        let read = try table("name;lat;lon;Hours\nA;47,5;9,5;1,25\nB;47.6; 9.6 ;2\n", weight: "hours")
        #expect(read.points.map(\.weight) == [1.25, 2])
        #expect(read.points.map(\.place.latitude) == [47.5, 47.6])
    }

    @Test func `in a file of commas a comma in a number is a flaw, as it may be one of thousands`() throws {
        let read = try table("lat,lon,hours\n47.1,9.1,\"1,234\"\n\"47,1\",9.1,1\n47.1,9.1,2\n", weight: "hours")
        #expect(read.points.map(\.row) == [2])
        #expect(read.problems.map(\.place?.field) == ["hours", "lat"])
    }

    @Test(arguments: ["0x10", "0X1p3", " 0x10"])
    func `a hexadecimal number is none`(number: String) throws {
        let read = try table("lat,lon,hours\n47.1,9.1,\(number)\n", weight: "hours")
        #expect(read.points.isEmpty && read.problems.map(\.kind) == ["points.weight"])
    }

    @Test func `rows that can't be used are listed with line, column and hint, and the others are kept`() throws {
        let read = try table(
            """
            lat,lon,hours
            47.1,9.1,1
            ,9.1,1
            91,9.1,1

            47.1,181,1
            0,0,1
            47.1,9.1,0
            47.1,9.1,-2
            47.1,9.1,nan
            47.1,abc,1
            47.2,9.2,4
            47.1
            """, weight: "hours")
        #expect(read.points.map(\.row) == [0, 9])
        #expect(read.rowCount == 11)
        #expect(read.problems.map(\.place?.line) == [3, 4, 6, 7, 8, 9, 10, 11, 13])
        #expect(
            read.problems.map(\.place?.field)
                == ["lat", "lat", "lon", "lat", "hours", "hours", "hours", "lon", "lon"])
        #expect(read.problems.allSatisfy { $0.hint != nil })
        #expect(Set(read.problems.map(\.kind)) == ["points.place", "points.weight"])
    }

    @Test func `the file is written again with a column more, other cells as they were`() throws {
        let read = try table("name,lat,lon\n\"Meier, \"\"Hans\"\"\",47.1,9.1\nKurz,x\nLang,47.2,9.2,extra\n")
        let text = String(decoding: read.text(adding: "territory") { $0 == 1 ? "" : String($0 + 1) }, as: UTF8.self)
        #expect(
            text == """
                name,lat,lon,territory
                "Meier, ""Hans""\",47.1,9.1,1
                Kurz,x,,
                Lang,47.2,9.2,3,extra

                """)
    }

    @Test func `a column of that name that is there stays, and the new one has another name`() throws {
        let read = try table("lat;lon;Territory\n47;9;old\n")
        #expect(
            String(decoding: read.text(adding: "territory") { _ in "7" }, as: UTF8.self)
                == "lat;lon;Territory;territory 2\n47;9;old;7\n")
    }

    @Test func `a header without what is needed says which column, and what was meant`() {
        let noLatitude = #expect(throws: ProblemError.self) { try table("x,lon\n1,2\n") }
        #expect(noLatitude?.problems.first?.message == "no column holds the latitude")
        let noWeight = #expect(throws: ProblemError.self) { try table("lat,lon,hours\n", weight: "huors") }
        #expect(noWeight?.problems.first?.hint == "did you mean 'hours'?")
        let empty = #expect(throws: ProblemError.self) { try table("\n\n") }
        #expect(empty?.problems.first?.kind == "points.empty")
    }
}
