package import Geo

/// A customer, prospect, stop or home on a map.
package struct MapPin: Hashable, Sendable {
    package var point: GeoPoint
    /// The tooltip and the link's name: who is there and why it matters.
    package var label: String
    /// Text that stands beside the pin where there is room; nil for none.
    package var caption: String?
    /// Where a click leads, relative to the page.
    package var href: String?
    package var symbol: PinSymbol
    /// 1...3, by value.
    package var size: Int
    package var ink: MapInk
    /// What a script shows about it; nil for the label alone.
    package var card: MapCard?

    package init(
        point: GeoPoint, label: String, caption: String? = nil, href: String? = nil, symbol: PinSymbol,
        size: Int = 1, ink: MapInk = .plain, card: MapCard? = nil
    ) {
        self.point = point
        self.label = label
        self.caption = caption
        self.href = href
        self.symbol = symbol
        self.size = size
        self.ink = ink
        self.card = card
    }
}

/// A drive, or the part of one that is on the road, or the part that is not: a line with direction marks.
package struct MapRoute: Hashable, Sendable {
    package var points: [GeoPoint]
    package var ink: MapInk
    /// True when the line is not the road's own course: it is dashed and the legend says so.
    package var isEstimated: Bool
    /// The tooltip.
    package var label: String

    package init(points: [GeoPoint], ink: MapInk, isEstimated: Bool = true, label: String = "") {
        self.points = points
        self.ink = ink
        self.isEstimated = isEstimated
        self.label = label
    }
}

/// A territory's outline. Rings follow the even-odd rule.
package struct MapArea: Hashable, Sendable {
    package var rings: [[GeoPoint]]
    /// Stands at the visual centre of the largest part.
    package var name: String
    package var ink: MapInk
    package var href: String?
    /// A short second line below the name, such as `412 h driving`; nil for none. Where room is short, only what stands
    /// before a colon is said, or nothing.
    package var note: String?
    /// Whether the name should catch the eye before all others.
    package var isEmphasised: Bool

    package init(
        rings: [[GeoPoint]], name: String, ink: MapInk, href: String? = nil, note: String? = nil,
        isEmphasised: Bool = false
    ) {
        self.rings = rings
        self.name = name
        self.ink = ink
        self.href = href
        self.note = note
        self.isEmphasised = isEmphasised
    }
}

/// The name of a category for the legend, which counts its pins.
package struct MapCategory: Hashable, Sendable {
    package var ink: MapInk
    package var name: String
    /// A figure after the count in the legend, such as `412 h driving`; nil for none.
    package var note: String?

    package init(ink: MapInk, name: String, note: String? = nil) {
        self.ink = ink
        self.name = name
        self.note = note
    }
}
