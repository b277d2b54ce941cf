import Config
import Geo
import Quantities
import Records
import Territories

@testable import Pages

/// Measured and planned once for all tests.
let valley = valleyMaterial()

/// Three reps along a valley, of whom Ana looks after two of three customers; `count` of them, each with a place.
func valleyMaterial(
    count: Int = 60, isAnalysed: Bool = true, _ fill: (inout SalesBookContents) -> Void = { _ in }
) -> SiteMaterial {
    smallMaterial(isAnalysed: isAnalysed) { contents in
        func point(_ north: Double, _ east: Double) -> GeoPoint? {
            GeoPoint(latitude: 46.4 + north, longitude: 11.2 + east)
        }
        contents.teams = [Team(id: "t:north", name: "North"), Team(id: "t:south", name: "South")]
        contents.reps = [
            Rep(id: "t:ana", name: "Ana", teamID: "t:north", home: point(0.05, 0.05)),
            Rep(id: "t:bo", name: "Bo", teamID: "t:north", home: point(0.25, 0.1)),
            Rep(id: "t:dea", name: "Dea", teamID: "t:south", home: point(0.45, 0.05)),
        ]
        contents.customers = (0..<count).map { number in
            let share = Double(number) / Double(count)
            let owner: RecordID<Rep> = share < 0.66 ? "t:ana" : share < 0.83 ? "t:bo" : "t:dea"
            return Customer(
                id: RecordID("t:c\(number)"), name: "Customer \(number)", address: Address(city: "Town \(number % 7)"),
                place: point(share * 0.5, Double(number * 37 % 60) / 500), ownerID: owner, cadenceDays: 28)
        }
        contents.activities = contents.customers.enumerated().map { number, customer in
            Activity(
                id: RecordID("\(customer.id.text)-visit"), category: .visit, state: .done, customerID: customer.id,
                repID: customer.ownerID ?? "t:ana",
                start: Instant(utc: friday - (number % 3 == 0 ? 40 : 5), seconds: 36_000))
        }
        fill(&contents)
    }
}

/// The same after a decision gave the customers 0 to 4, Ana's, to Bo on the Monday before.
let changedValley = valleyMaterial { contents in
    contents.territoryRuns = [
        TerritoryRun(
            id: "territories:1", sequence: 1, at: Instant(utc: friday - 6), known: friday - 6,
            person: "Petra Meier",
            note: "balance", customers: 5,
            action: .handOver(from: friday - 4, file: "moves.csv", sha256: "00", bytes: 1))
    ]
    contents.assignments = (0..<5).map { number in
        TerritoryAssignment(
            id: RecordID("territories:1/t:c\(number)"), customerID: RecordID("t:c\(number)"), repID: "t:bo",
            from: friday - 4, previousID: "t:ana", runID: "territories:1", sequence: 1)
    }
}
