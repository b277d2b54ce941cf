import Foundation
package import Geo

/// How much longer or shorter than the bands say drives within and between the regions of a company are.
///
/// A region is the neighbourhood of a middle: a place belongs to the nearest middle, if that is in reach. With a mountain
/// between two regions the way is long however near they lie; with a motorway it is short. A place out of reach of all
/// regions belongs to none, and the drives from and to it are those of the bands.
///
/// Between two regions, and within one, there is one factor for both directions, so that a drive of a metre more may take
/// less time where it ends in another region.
package struct RegionalFit: Sendable, Hashable {
    package struct Region: Sendable, Hashable {
        package var middle: GeoPoint
        /// Metres from the middle, up to which places belong to the region.
        package var reach: Double

        package init(middle: GeoPoint, reach: Double) {
            self.middle = middle
            self.reach = reach
        }
    }

    package struct Factors: Sendable, Hashable {
        package static let none = Factors(seconds: 1, metres: 1)

        /// Above 0.
        package var seconds: Double
        package var metres: Double

        package init(seconds: Double, metres: Double) {
            self.seconds = seconds
            self.metres = metres
        }
    }

    package let regions: [Region]
    /// From region `a` to region `b`, the same as back, at `a × regions.count + b`.
    private let factors: [Factors]
    /// Metres east of a degree at each middle.
    private let degrees: [Double]

    /// `factors` has the square of as many entries, and is symmetric.
    package init(regions: [Region], factors: [Factors]) {
        precondition(factors.count == regions.count * regions.count)
        self.regions = regions
        self.factors = factors
        degrees = regions.map { RegionalFit.degree * cos($0.middle.latitude * .pi / 180) }
    }

    /// Metres north of a degree.
    private static let degree = GeoPoint.earthRadius * .pi / 180

    /// The region of a place, the first of two just as near; nil where none is in reach. O(regions).
    package func region(of place: GeoPoint) -> Int? {
        var nearest: Int?
        var least = Double.infinity
        for (index, region) in regions.enumerated() {
            let north = (place.latitude - region.middle.latitude) * RegionalFit.degree
            var longitudes = abs(place.longitude - region.middle.longitude)
            if longitudes > 180 { longitudes = 360 - longitudes }
            let east = longitudes * degrees[index]
            let square = north * north + east * east
            if square < least { (least, nearest) = (square, index) }
        }
        guard let nearest, least <= regions[nearest].reach * regions[nearest].reach else { return nil }
        return nearest
    }

    /// Of a drive between places of two regions; 1 where either place is in none.
    package func factors(between start: Int?, and end: Int?) -> Factors {
        guard let start, let end else { return .none }
        return factors[start * regions.count + end]
    }
}

/// What known drives make of the estimate.
package struct FittedEstimate: Sendable, Hashable {
    package var bands: [TravelSettings.Band]
    /// Nil where the bands alone are as close.
    package var regions: RegionalFit?

    package init(bands: [TravelSettings.Band], regions: RegionalFit? = nil) {
        self.bands = bands
        self.regions = regions
    }
}

extension TravelSettings {
    /// These settings with the estimate of the fit.
    package func fitted(as fit: FittedEstimate) -> TravelSettings {
        var settings = self
        settings.bands = fit.bands
        settings.regions = fit.regions
        return settings
    }
}
