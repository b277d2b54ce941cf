package import Geo
package import Quantities

/// How much of the basemap is drawn.
package enum MapDetail: Hashable, Sendable {
    /// At most about 30 kB of basemap.
    case full
    /// At most about 13 kB: no streams or hamlets, coarser lines. For pages on a phone.
    case light
    /// At most about 5 kB: main roads, rivers and towns. For a page that holds many maps.
    case sketch
}

/// What part of the earth a map shows.
package enum MapExtent: Hashable, Sendable {
    /// Everything on top of the basemap; the whole basemap when there is nothing on top.
    case overlays
    /// The whole basemap and everything on top.
    case everything
    case bounds(GeoBounds)
}

/// A map to be drawn as SVG: what is on it, in plain values.
package struct MapDrawing: Hashable, Sendable {
    /// Unique in its page.
    package var id: String
    /// The finding, in a sentence.
    package var title: String
    /// For those who can't see the map; the page has the table beside it.
    package var summary: String
    /// In pixels; the map scales with its container.
    package var width: Double
    package var height: Double
    package var basemap: [BasemapLayer]
    package var detail: MapDetail
    package var areas: [MapArea]
    package var routes: [MapRoute]
    package var pins: [MapPin]
    /// Names for the colours that pins and routes use; categories without a name are not in the legend.
    package var categories: [MapCategory]
    /// Who made the basemap, as its licence asks.
    package var attribution: String
    package var extent: MapExtent
    package var showsLegend: Bool
    /// Pixels kept free between what is on top and the edge; enough below for scale bar and attribution.
    package var padding: Double
    /// The map shows at least so many metres across, however close together its pins are.
    package var leastSpan: Double
    /// At most so many pins carry a link and a tooltip, the most urgent first; the others are drawn as plain marks.
    package var linkedPins: Int
    /// From so many customers inside the frame on, hexagons show how many are where.
    package var hexagonsFrom: Int
    /// At most so many magnified boxes for places where many pins crowd; 0 for none.
    package var mostInsets: Int
    /// What a selection sums besides the number of customers; each card has a value for each.
    package var measures: [MapMeasure]
    package var figures: FigureStyle

    package init(
        id: String, title: String, summary: String, width: Double = 760, height: Double = 520,
        basemap: [BasemapLayer] = [], detail: MapDetail = .full, areas: [MapArea] = [],
        routes: [MapRoute] = [],
        pins: [MapPin] = [], categories: [MapCategory] = [], attribution: String = "",
        extent: MapExtent = .overlays, showsLegend: Bool = true, padding: Double = 28, leastSpan: Double = 3000,
        linkedPins: Int = 150, hexagonsFrom: Int = 1500, mostInsets: Int = 2, measures: [MapMeasure] = [],
        figures: FigureStyle = .british
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.width = width
        self.height = height
        self.basemap = basemap
        self.detail = detail
        self.areas = areas
        self.routes = routes
        self.pins = pins
        self.categories = categories
        self.attribution = attribution
        self.extent = extent
        self.showsLegend = showsLegend
        self.padding = padding
        self.leastSpan = leastSpan
        self.linkedPins = linkedPins
        self.hexagonsFrom = hexagonsFrom
        self.mostInsets = mostInsets
        self.measures = measures
        self.figures = figures
    }
}
