import Geo
import Testing

@testable import Records

@Suite struct DuplicateCustomersTests {
    private func customer(
        _ id: String, _ name: String, at place: (Double, Double)? = nil, phone: String? = nil, street: String? = nil
    ) -> Customer {
        Customer(
            id: RecordID(source: "test", sourceID: id), name: name, address: Address(street: street),
            place: place.flatMap { GeoPoint(latitude: $0.0, longitude: $0.1) }, phone: phone)
    }

    @Test(arguments: [
        ("Müller & Söhne GmbH", "MUELLER UND SOEHNE"), ("Falknis-Garagé AG.", "Falknis Garage"),
        ("Hotél Schatzmann.", "hotel schatzmann"), ("Straßenbau Ltd", "STRASSENBAU"), ("Ølhus", "Olhus"),
    ])
    func `names that differ in dress alone have one key`(left: String, right: String) {
        #expect(NameKey(left) == NameKey(right))
    }

    @Test func `a name that is nothing but a legal form keeps it`() {
        #expect(NameKey("AG") == NameKey("ag"))
        #expect(!NameKey("AG").isEmpty)
        #expect(NameKey("***").isEmpty)
        #expect(NameKey("مطعم النخيل") != NameKey("مقهى"))
    }

    @Test func `the same name on the same spot is certain`() throws {
        let found = duplicateCustomers(among: [
            customer("2", "BROGLE AG", at: (47.1, 9.5)), customer("1", "Broglé.", at: (47.1, 9.5)),
        ])
        let match = try #require(found.first)
        #expect(found.count == 1)
        #expect(match.first.text == "test:1" && match.second.text == "test:2")
        #expect(match.score == 1)
        #expect(match.evidence == ["same name", "same place"])
    }

    @Test func `branches of a chain are no duplicates`() {
        #expect(
            duplicateCustomers(among: [
                customer("1", "Migros", at: (47.1, 9.5), phone: "+423 232 04 11"),
                customer("2", "Migros", at: (47.2, 9.5)),
            ]).isEmpty)
    }

    @Test func `a place that is missing is made up for by telephone or address`() {
        let base = customer("1", "Eredi Fiorini", at: (47.1, 9.5), phone: "+423 392 13 33", street: "Gässle 5")
        let byPhone = duplicateCustomers(among: [base, customer("2", "Érédi Fiorini", phone: "392 1333")])
        let byStreet = duplicateCustomers(among: [base, customer("2", "Érédi Fiorini", street: "Gassle 5")])
        let byName = duplicateCustomers(among: [base, customer("2", "Érédi Fiorini")])
        #expect(byPhone.map(\.score) == [0.97])
        #expect(byStreet.map(\.score) == [0.97])
        #expect(byName.isEmpty)
    }

    @Test func `located separately but close is a candidate, not a certainty`() {
        let found = duplicateCustomers(among: [
            customer("1", "Ford", at: (47.1, 9.5)), customer("2", "Ford", at: (47.1002, 9.5)),
        ])
        #expect(found.map(\.score) == [0.9])
        #expect(found.allSatisfy { $0.score < CustomerMatch.certain })
    }

    @Test func `neighbours of other names are not matched`() {
        #expect(
            duplicateCustomers(among: [
                customer("1", "Amt für Gesundheit", at: (47.1, 9.5)), customer("2", "Café Matt", at: (47.1, 9.5)),
            ]).isEmpty)
    }

    @Test func `the order of the customers does not matter, also in a crowd of one name`() {
        let crowd = (0..<120).map { customer("\($0)", "Kiosk", at: (47 + Double($0 / 2) * 0.01, 9.5)) }
        let found = duplicateCustomers(among: crowd)
        #expect(found.count == 60)
        #expect(duplicateCustomers(among: crowd.reversed()) == found)
    }
}
