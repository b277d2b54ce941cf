import Config
import Diagnostics
import Geo
import Records
import Testing

@testable import Intake

@Suite struct CustomerReadingTests {
    private func customer(_ columns: String, _ values: String) throws -> (Customer, [String]) {
        let read = try SmallExport(["Account.csv": "Id,Name,\(columns)\na1,Mill,\(values)\n"]).read()
        return (try #require(read.contents.customers.first), read.problems.map(\.kind))
    }

    @Test func `each fault of a coordinate is a problem of its own`() throws {
        let columns = "BillingLatitude,BillingLongitude"
        let (given, none) = try customer(columns, "47.1,9.5")
        #expect(given.place == GeoPoint(latitude: 47.1, longitude: 9.5) && given.placePrecision == .given && none == [])
        let faults: [(String, PlacePrecision, String)] = [
            (",", .none, "customer.no-coordinate"), ("0,0", .nullIsland, "customer.null-island"),
            ("471.4,9.5", .impossible, "customer.impossible-coordinate"),
            ("north,9.5", .impossible, "value.unreadable"),
            ("1e400,9.5", .impossible, "value.unreadable"),
        ]
        for (values, precision, kind) in faults {
            let (customer, kinds) = try customer(columns, values)
            #expect(customer.place == nil && customer.placePrecision == precision)
            #expect(kinds == [kind], "\(values)")
        }
    }

    @Test func `opening hours that can't be understood are kept as text`() throws {
        let export = try SmallExport([
            "Account.csv":
                "Id,Name,BillingLatitude,BillingLongitude,Hours\na1,Mill,47,9,by and by\na2,Inn,47.2,9.1,Mo-Fr 08:00-12:00\n"
        ])
        export.settings.columns = ["Account": ["Hours": "customer.opening_hours"]]
        let read = try export.read()
        #expect(read.contents.customers.map { $0.openingHours == nil } == [true, false])
        #expect(read.contents.customers.first?.openingHoursText == "by and by")
        #expect(read.problems.map(\.kind) == ["customer.opening-hours"])
        #expect(read.problems.first?.value == "by and by")
    }

    @Test func `a customer without a name is kept`() throws {
        let read = try SmallExport(["Account.csv": "Id,Name\na1,\n"]).read()
        #expect(read.contents.customers.map(\.name) == ["Unnamed a1"])
        #expect(read.problems("customer.no-name").count == 1)
    }
}
