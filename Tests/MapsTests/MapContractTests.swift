import Foundation
import Geo
import Testing

@testable import Maps

/// What the script on the page relies on.
@Suite struct MapContractTests {
    func point(_ latitude: Double, _ longitude: Double) -> GeoPoint {
        GeoPoint(latitude: latitude, longitude: longitude)!
    }

    func drawing(_ pins: [MapPin]) -> MapDrawing {
        MapDrawing(
            id: "m", title: "Finding", summary: "", width: 760, height: 500, pins: pins, linkedPins: 0,
            measures: [MapMeasure(name: "a year", unit: "h"), MapMeasure(name: "open pipeline", unit: "€")])
    }

    struct DataBlock: Decodable {
        var measures: [String]
        var units: [String]
        var links: [String]
        var separators: [String]
        var lines: [String]
        var pins: [[Field]]

        indirect enum Field: Decodable, Equatable {
            case text(String)
            case number(Double)
            case list([Field])

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if let number = try? container.decode(Double.self) {
                    self = .number(number)
                } else if let list = try? container.decode([Field].self) {
                    self = .list(list)
                } else {
                    self = .text(try container.decode(String.self))
                }
            }
        }
    }

    @Test func `the data block has a row for each customer, with what its links have in common apart`() throws {
        let map = drawing([
            MapPin(
                point: point(47, 9), label: "Ana \"& <Co> · Bar · Overdue", href: "../customers/ana-9/index.html",
                symbol: .overdue, card: MapCard(lines: ["Bo", "Only here"], values: [12.46, 34_000])),
            MapPin(point: point(47, 9.1), label: "Home", symbol: .home),
            MapPin(
                point: point(47.1, 9), label: "Bert & Sons", href: "../customers/bert-sons/index.html", symbol: .due),
            MapPin(
                point: point(47.1, 9.1), label: "Cleo", symbol: .due, card: MapCard(lines: ["Bo"], values: [0.5, 0])),
        ])
        let data = map.data
        #expect(!data.contains("<"))
        let block = try JSONDecoder().decode(DataBlock.self, from: Data(data.utf8))
        #expect(block.measures == ["a year", "open pipeline"])
        #expect(block.units == ["h", "€"])
        #expect(block.lines == ["Bo"])
        #expect(block.separators == [",", "."])
        #expect(block.links == ["../customers/", "/index.html"])
        #expect(
            block.pins == [
                [
                    .text("Ana \"& <Co> · Bar"), .text("ana-9"),
                    .list([.text("Overdue"), .number(0), .text("Only here")]),
                    .number(12.5), .number(34_000),
                ],
                [.text("Bert & Sons"), .number(1)],
                [.text("Cleo"), .number(0), .list([.number(0)]), .number(0.5)],
            ])
        #expect(map.pinNumbers == [0, nil, 1, 2])
    }

    @Test func `a batch lists its pins in the order of its marks, and only the places are absolute`() throws {
        let symbols: [PinSymbol] = [.onCadence, .due, .overdue, .prospect]
        let pins = (0..<40).map { index -> MapPin in
            let place = point(47 + Double(index % 7) / 200, 9 + Double(index % 11) / 300)
            return MapPin(
                point: place, label: "\(index)", symbol: symbols[index % 4], size: 1 + index % 3,
                ink: .category(index % 12))
        }
        let svg = renderMap(drawing(pins))
        var seen: Set<Int> = []
        for match in svg.matches(of: /<path[^>]* class="pin [^>]*d="([^"]*)" data-pins="([0-9 ]*)"/) {
            let numbers = match.2.split(separator: " ").compactMap { Int($0) }
            #expect(match.1.count { $0 == "M" } == numbers.count)
            #expect(match.1.allSatisfy { "Mmlhvz0123456789-. ".contains($0) })
            seen.formUnion(numbers)
        }
        #expect(seen == Set(0..<40))
    }

    @Test func `homes take no link from the customers`() {
        let homes = (0..<12).map { MapPin(point: point(47.3, 9 + Double($0) / 20), label: "home", symbol: .home) }
        let late = MapPin(point: point(47, 9), label: "Ana · Overdue", href: "ana.html", symbol: .overdue)
        var map = drawing(homes + [late])
        map.linkedPins = 1
        #expect(renderMap(map).contains("href=\"ana.html\""))
    }

    @Test func `the view moves and the legend stays, with an entry for each look and symbol`() throws {
        var map = drawing([
            MapPin(point: point(47, 9), label: "a", symbol: .overdue, ink: .category(8)),
            MapPin(point: point(47.1, 9.1), label: "b", symbol: .onCadence, ink: .category(0)),
        ])
        map.categories = [MapCategory(ink: .category(8), name: "Ninth", note: "12 h driving")]
        let svg = renderMap(map)
        let view = try #require(svg.firstRange(of: "<g class=\"view\">"))
        let fixed = try #require(svg.firstRange(of: "<g class=\"fixed\">"))
        #expect(view.lowerBound < fixed.lowerBound)
        #expect(svg[fixed.lowerBound...].contains("<g class=\"entry\" data-look=\"cat-1 again\">"))
        #expect(svg[fixed.lowerBound...].contains("<g class=\"entry\" data-symbol=\"s-overdue\">"))
        #expect(svg[fixed.lowerBound...].contains("data-metres-per-pixel=\""))
        #expect(svg.contains("Ninth <tspan class=\"count\">1</tspan> · 12 h driving"))
        #expect(!svg[fixed.lowerBound...].contains("data-pins"))
    }
}
