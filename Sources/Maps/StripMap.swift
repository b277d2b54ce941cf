package import Geo
package import Quantities

/// A stop of a day, in driving order.
package struct StripStop: Hashable, Sendable {
    /// From 1.
    package var number: Int
    package var point: GeoPoint
    package var name: String
    /// Leads to the stop's card, such as `#stop-3`.
    package var href: String?
    /// Whether the visit is over: the disc is drawn hollow.
    package var isDone: Bool

    package init(
        number: Int, point: GeoPoint, name: String, href: String? = nil, isDone: Bool = false
    ) {
        self.number = number
        self.point = point
        self.name = name
        self.href = href
        self.isDone = isDone
    }
}

/// The small map above a day's stops on a phone.
package struct StripMap: Hashable, Sendable {
    package var id: String
    package var title: String
    package var summary: String
    package var home: GeoPoint?
    package var stops: [StripStop]
    /// The day's way in pieces; nil draws straight dashed legs from home through the stops and back.
    package var routes: [MapRoute]?
    /// The day's colour.
    package var ink: MapInk
    package var basemap: [BasemapLayer]
    package var attribution: String
    package var width: Double
    package var height: Double
    package var figures: FigureStyle

    package init(
        id: String, title: String, summary: String, home: GeoPoint? = nil, stops: [StripStop],
        routes: [MapRoute]? = nil,
        ink: MapInk = .category(0), basemap: [BasemapLayer] = [], attribution: String = "",
        width: Double = 360,
        height: Double = 220, figures: FigureStyle = .british
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.home = home
        self.stops = stops
        self.routes = routes
        self.ink = ink
        self.basemap = basemap
        self.attribution = attribution
        self.width = width
        self.height = height
        self.figures = figures
    }

    /// The same as a general map.
    var drawing: MapDrawing {
        let line = [home].compactMap { $0 } + stops.map(\.point) + [home].compactMap { $0 }
        let straight = line.count < 2 ? [] : [MapRoute(points: line, ink: ink)]
        var pins = stops.map { stop in
            MapPin(
                point: stop.point, label: "\(stop.number) \(stop.name)", href: stop.href,
                symbol: .stop(stop.number), size: stop.isDone ? 1 : 2, ink: ink)
        }
        if let home { pins.append(MapPin(point: home, label: "Home", symbol: .home, size: 2)) }
        return MapDrawing(
            id: id, title: title, summary: summary, width: width, height: height, basemap: basemap,
            detail: .sketch,
            routes: routes ?? straight,
            pins: pins,
            attribution: attribution, showsLegend: false, padding: 36, leastSpan: 500, figures: figures)
    }
}

/// The strip map as an `<svg>` element.
package func renderStripMap(_ map: StripMap) -> String { renderMap(map.drawing) }
