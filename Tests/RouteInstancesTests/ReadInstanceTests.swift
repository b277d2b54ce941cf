import Diagnostics
import RouteInstances
import Testing

@Suite struct ReadInstanceTests {
    @Test func `Solomon's format gives fleet, windows and service`() throws {
        let instance = try readInstance(SmallFiles.solomon, file: "folder/tiny.txt")
        #expect(instance.name == "tiny" && instance.vehiclesPerDay == 2 && instance.days[0].capacity == 10)
        #expect(instance.places.map(\.number) == [0, 1, 2, 3] && instance.customers == [1, 2, 3])
        #expect(instance.places[1].earliest == 10 && instance.places[1].latest == 20)
        #expect(instance.places[1].demand == 5 && instance.places[1].service == 2)
        #expect(instance.distance(0, 2) == 10 && instance.usualRounding == .none)
    }

    @Test func `a TSPLIB file is one tour through all places`() throws {
        let instance = try readInstance(SmallFiles.tour, file: "square.tsp")
        #expect(instance.shape == .tour && instance.places.count == 4 && instance.distance(0, 1) == 10)
        let raised = SmallFiles.tour.replacing("EUC_2D", with: "CEIL_2D").replacing("4 0 10", with: "4 0.5 0.5")
        #expect(try readInstance(raised, file: "square.tsp").distance(0, 3) == 1)
    }

    @Test func `a VRPLIB file gives matrix, prizes, windows and one service time for all`() throws {
        let instance = try readInstance(SmallFiles.prizes, file: "prizes.vrp")
        #expect(instance.distance(1, 3) == 3 && instance.depot == 0 && instance.vehiclesPerDay == 1)
        #expect(instance.places.map(\.prize) == [0, 0, 2.55, 30] && instance.places.map(\.service) == [0, 2, 2, 2])
        #expect(instance.places[1].latest == 20 && instance.days[0].capacity == 2)
    }

    @Test(arguments: [
        ("UPPER_ROW", "5 6 7 2 3 4"), ("LOWER_ROW", "5 6 2 7 3 4"), ("LOWER_DIAG_ROW", "0 5 0 6 2\n0 7 3 4 0"),
        ("UPPER_DIAG_ROW", "0 5 6 7 0 2 3 0 4 0"),
    ])
    func `half a matrix is mirrored`(format: String, numbers: String) throws {
        let whole = "0 5 6 7\n5 0 2 3\n6 2 0 4\n7 3 4 0"
        let text = SmallFiles.prizes.replacing("FULL_MATRIX", with: format).replacing(whole, with: numbers)
        let expected = try readInstance(SmallFiles.prizes, file: "prizes.vrp")
        #expect(try readInstance(text, file: "prizes.vrp") == expected)
    }

    @Test func `day patterns have the first day in the most significant bit, and 0 is no limit`() throws {
        let instance = try readInstance(SmallFiles.periodic, file: "p00")
        #expect(instance.days.map(\.duration) == [.infinity, 50, .infinity])
        #expect(instance.days.map(\.capacity) == [10, 10, .infinity])
        // 3 = 011: second and third day; 6 = 110: first and second.
        #expect(instance.places[1].patterns == [0b110, 0b011])
        #expect(instance.places[2].patterns == [0b100, 0b010, 0b001])
        #expect(instance.places[3].patterns == [0b001] && instance.places[3].service == 2)
    }

    @Test func `allowed customers of a vehicle make it a day of its own`() throws {
        let allowed = "VEHICLES_ALLOWED_CLIENTS_SECTION\n1 2 3\n2 3 4\nEOF"
        let text = SmallFiles.prizes.replacing("VEHICLES : 1", with: "VEHICLES : 2").replacing("EOF", with: allowed)
        let instance = try readInstance(text, file: "prizes.vrp")
        #expect(instance.days.count == 2 && instance.vehiclesPerDay == 1)
        #expect(instance.places.map(\.patterns) == [[1], [1], [1, 2], [2]])
    }

    @Test func `the format is known by the content where the name does not tell`() throws {
        for (file, text) in SmallFiles.all {
            let named = try readInstance(text, file: file)
            var unnamed = try readInstance(text, file: "instance")
            unnamed.name = named.name
            #expect(named == unnamed)
            #expect(try readInstance("\u{FEFF}" + text, file: file) == named)
        }
    }
}
