import Config
import Geo
import Maps
import Quantities
import Records
import Roads
import Routes
import Testing

@testable import Pages

@Suite struct RoadPagesTests {
    /// Ana's week with a road engine: each drive as `source` says by its number, and with a line where it is from roads.
    private func material(
        engine: RoadSettings.Engine = .osrm, _ source: (_ drive: Int) -> DriveSource
    ) throws -> SiteMaterial {
        var material = smallMaterial { contents in
            contents.reps[0].home = GeoPoint(latitude: 46.52, longitude: 11.32)
            contents.customers += (1...3).map { number in
                Customer(
                    id: RecordID("t:new-\(number)"), name: "New \(number)",
                    place: GeoPoint(latitude: 46.5 + Double(number) / 100, longitude: 11.33), ownerID: "t:ana",
                    cadenceDays: 14)
            }
        }
        var settings = RoadSettings(server: "http://127.0.0.1:5000")
        settings.engine = engine
        material.config.travel.roads = settings
        var plan = try #require(material.routes["t:ana"])
        let home = try #require(material.book.repByID["t:ana"]?.home)
        var drive = 0
        for index in plan.days.indices where !plan.days[index].stops.isEmpty {
            let stops = plan.days[index].stops.compactMap { material.book.customerByID[$0.customerID]?.place }
            let places = [home] + stops + [home]
            for (leg, (start, end)) in zip(places, places.dropFirst()).enumerated() {
                let from = source(drive)
                drive += 1
                if leg < stops.count {
                    plan.days[index].stops[leg].leg.source = from
                } else {
                    plan.days[index].lastLeg.source = from
                }
                guard from == .roads else { continue }
                let bend = try #require(GeoPoint(latitude: start.latitude, longitude: end.longitude))
                material.roadLines[RoadPair(from: RoadPlace(start), to: RoadPlace(end))] = RoadLine(
                    points: [start, bend, end])
            }
        }
        material.routes["t:ana"] = plan
        material.plans["t:ana"] = RepPlan(repID: "t:ana", weeks: [plan])
        return material
    }

    private func day(_ material: SiteMaterial) throws -> RouteDay {
        try #require(material.routes["t:ana"]?.days.first { !$0.stops.isEmpty })
    }

    private func explanation(_ source: (_ drive: Int) -> DriveSource) throws -> String {
        let material = try material(source)
        return material.drivingExplanation(try #require(material.routes["t:ana"]))
    }

    private func markup(_ fields: PageFields, _ name: String) -> String {
        if case .markup(let text) = fields[name] { return text }
        return ""
    }

    @Test func `the pieces of a day are solid on roads and dashed elsewhere`() throws {
        let material = try material { $0 == 0 ? .estimate : .roads }
        let rep = try #require(material.book.repByID["t:ana"])
        let routes = material.routePieces(try day(material), rep: rep, ink: .category(0))
        #expect(routes.map(\.isEstimated) == [true, false])
        #expect(routes[0].points.last == routes[1].points.first)
        #expect(routes[1].points.last == rep.home)
    }

    @Test func `without roads the map is the one that has always been`() throws {
        let material = try material { _ in .estimate }
        let rep = try #require(material.book.repByID["t:ana"])
        let day = try day(material)
        let stops = day.stops.compactMap { material.book.customerByID[$0.customerID]?.place }
        let home = try #require(rep.home)
        #expect(
            material.routePieces(day, rep: rep, ink: .plain)
                == [MapRoute(points: [home] + stops + [home], ink: .plain, isEstimated: true)])
        let page = try #require(material.repPage(rep).pages.last)
        #expect(page.fields.text("explanation").hasPrefix("Straight lines stand for the drives; "))
    }

    @Test func `the credit of the roads stands on each map that shows them, and once`() throws {
        var material = try material { _ in .roads }
        let rep = try #require(material.book.repByID["t:ana"])
        let plan = try #require(material.routes["t:ana"])
        let fields = material.dayFields(
            try day(material), index: plan.days.firstIndex { !$0.stops.isEmpty } ?? 0, plan: plan, rep: rep,
            on: SitePaths.reps)
        #expect(markup(fields, "mapMarkup").contains("© OpenStreetMap contributors"))
        let roads = [MapRoute(points: [], ink: .plain, isEstimated: false)]
        #expect(material.credit(hasBasemap: true, routes: roads) == "© OpenStreetMap contributors")
        material.config.map.attribution = "Own survey"
        #expect(material.credit(hasBasemap: true, routes: roads) == "Own survey · © OpenStreetMap contributors")
        #expect(material.credit(hasBasemap: false, routes: roads) == "© OpenStreetMap contributors")
        #expect(material.credit(hasBasemap: true, routes: []) == "Own survey")
        material.config.map.attribution = "Map data © OpenStreetMap contributors"
        #expect(material.credit(hasBasemap: true, routes: roads) == "Map data © OpenStreetMap contributors")
    }

    @Test func `the week's map says what its lines are`() throws {
        func text(_ source: (Int) -> DriveSource) throws -> String {
            let material = try material(source)
            let plan = try #require(material.routes["t:ana"])
            let rep = try #require(material.book.repByID["t:ana"])
            return try #require(material.weekMapPage(rep, plan: plan).pages.first).fields.text("explanation")
        }
        #expect(try text { _ in .roads }.hasPrefix("Lines follow the roads; "))
        #expect(try text { $0 == 0 ? .estimate : .roads }.contains("dashed and straight elsewhere"))
    }

    @Test func `the page says where its driving times are from, and how many are estimated`() throws {
        #expect(
            try explanation { _ in .roads }.hasPrefix(
                "Driving times are from the road network by OSRM (© OpenStreetMap contributors). A drive to a customer")
        )
        let count = DriveCounts(try #require(try material { _ in .roads }.routes["t:ana"])).all
        try #require(count > 2)
        #expect(
            try explanation { $0 == 0 ? .estimate : .roads }.contains(
                "contributors); 1 of \(count)\u{a0}drives is estimated from the distance and marked so."))
        #expect(try explanation { $0 < 2 ? .estimate : .roads }.contains("; 2 of \(count)\u{a0}drives are estimated"))
        #expect(try explanation { _ in .matrixFile }.hasPrefix("Driving times are from the file of driving times. "))
        #expect(
            try explanation { $0 == 0 ? .matrixFile : .roads }.hasPrefix(
                "Driving times are from the file of driving times for 1\u{a0}drive and from the road network by OSRM"))
        #expect(try explanation { _ in .estimate }.hasPrefix("Times are estimates: roads from great-circle distance"))
        let other = try material(engine: .valhalla) { _ in .roads }
        #expect(other.drivingExplanation(try #require(other.routes["t:ana"])).contains("by Valhalla ("))
    }

    @Test func `a leg is marked as estimated where others are known, and in the file always`() throws {
        let mixed = try material { $0 == 0 ? .estimate : .roads }
        let plan = try #require(mixed.routes["t:ana"])
        #expect(DriveCounts(plan).marksEstimates)
        let stop = try #require(try day(mixed).stops.first)
        let marked = mixed.stopFields(stop, number: 0, day: try day(mixed), on: SitePaths.reps, marksEstimates: true)
        #expect(marked.text("leg").hasPrefix("about ") && marked.text("leg").hasSuffix(", estimated"))
        #expect(!mixed.legText(try day(mixed).lastLeg, marksEstimates: true).contains("estimated"))
        let table = mixed.allStopsTable(try #require(mixed.plans["t:ana"]))
        #expect(table.columns.last?.label == "Driving time from")
        #expect(table.rows.first?.last?.text == "estimate")
        let plain = try material { _ in .estimate }
        #expect(!DriveCounts(try #require(plain.routes["t:ana"])).marksEstimates)
    }

    @Test func `from one door to the next nobody drives, so nothing is estimated`() throws {
        var plan = try #require(try material { _ in .roads }.routes["t:ana"])
        let day = try #require(plan.days.firstIndex { !$0.stops.isEmpty })
        plan.days[day].stops[0].leg = Leg(driving: Seconds(60), distance: .zero)
        #expect(DriveCounts(plan).estimated == 0)
    }
}
