public import Diagnostics

/// One feature of a GeoJSON file: its shape and the few properties that drawing needs.
public struct GeoFeature: Hashable, Sendable {
    /// The property `name`, when it is a text.
    public var name: String?
    /// The property `class`: the kind of road, land use, place or boundary. Numbers are taken as text.
    public var kind: String?
    public var shape: GeoShape

    public init(name: String? = nil, kind: String? = nil, shape: GeoShape) {
        self.name = name
        self.kind = kind
        self.shape = shape
    }
}

/// A shape on the earth. Rings are closed without repeating their first point; inner rings are holes.
public enum GeoShape: Hashable, Sendable {
    case points([GeoPoint])
    case lines([[GeoPoint]])
    case polygons([[[GeoPoint]]])
}

/// Reads GeoJSON (RFC 7946): a FeatureCollection, a Feature or a bare geometry, longitude first.
///
/// Features with a null geometry are left out. Throws every problem found, at most twenty: `geojson.syntax` with line
/// and column, `geojson.shape` for what is no GeoJSON, `geojson.coordinate` for an impossible position. O(n).
public func readGeoJSON(_ bytes: [UInt8], file: String) throws(ProblemError) -> [GeoFeature] {
    let root: JSONValue
    do {
        root = try JSONReader.read(bytes)
    } catch {
        throw ProblemError(
            "geojson.syntax", "not JSON: \(error.message)", at: place(error.offset, bytes, file))
    }
    let items: [JSONValue]
    switch root["type"]?.text {
    case "FeatureCollection": items = root["features"]?.list ?? []
    case "Feature": items = [root]
    default: items = [.object([JSONMember(key: "geometry", value: root)])]
    }
    var features: [GeoFeature] = []
    var problems: [Problem] = []
    for (index, item) in items.enumerated() where item["geometry"] != .null {
        do {
            features.append(try feature(item))
        } catch {
            problems.append(
                Problem(
                    .error, error.kind, "feature \(index + 1): \(error.message)",
                    at: ProblemPlace(file: file),
                    hint: "positions are [longitude, latitude] in degrees"))
            if problems.count == 20 { break }
        }
    }
    if !problems.isEmpty { throw ProblemError(problems) }
    return features
}

private struct ShapeFault: Error {
    var kind = "geojson.shape"
    var message: String
}

private func feature(_ item: JSONValue) throws(ShapeFault) -> GeoFeature {
    guard let geometry = item["geometry"] else { throw ShapeFault(message: "has no geometry") }
    let properties = item["properties"] ?? .null
    var kind = properties["class"]?.text
    if kind == nil, let number = properties["class"]?.number, abs(number) < 1e9 {
        kind = String(Int(number))
    }
    return GeoFeature(name: properties["name"]?.text, kind: kind, shape: try shape(geometry))
}

private func shape(_ geometry: JSONValue) throws(ShapeFault) -> GeoShape {
    guard let type = geometry["type"]?.text else {
        throw ShapeFault(message: "the geometry has no type")
    }
    guard let coordinates = geometry["coordinates"]?.list else {
        throw ShapeFault(message: "the geometry '\(type)' has no list of coordinates")
    }
    switch type {
    case "Point": return .points([try point(.list(coordinates))])
    case "MultiPoint": return .points(try line(.list(coordinates)))
    case "LineString": return .lines([try line(.list(coordinates))])
    case "MultiLineString": return .lines(try each(coordinates, line))
    case "Polygon": return .polygons([try each(coordinates, ring)])
    case "MultiPolygon":
        return .polygons(
            try each(coordinates) { rings throws(ShapeFault) in try each(rings.list ?? [], ring) })
    default: throw ShapeFault(message: "'\(type)' is not a kind of geometry that can be drawn")
    }
}

private func each<Result>(
    _ items: [JSONValue], _ read: (JSONValue) throws(ShapeFault) -> Result
) throws(ShapeFault) -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(items.count)
    for item in items { results.append(try read(item)) }
    return results
}

private func line(_ value: JSONValue) throws(ShapeFault) -> [GeoPoint] {
    guard let positions = value.list else {
        throw ShapeFault(message: "a line is no list of positions")
    }
    return try each(positions, point)
}

private func ring(_ value: JSONValue) throws(ShapeFault) -> [GeoPoint] {
    var points = try line(value)
    if points.count > 1, points.first == points.last { points.removeLast() }
    guard points.count >= 3 else { throw ShapeFault(message: "a ring has fewer than three corners") }
    return points
}

private func point(_ value: JSONValue) throws(ShapeFault) -> GeoPoint {
    guard let pair = value.list, pair.count >= 2, let longitude = pair[0].number,
        let latitude = pair[1].number
    else {
        throw ShapeFault(message: "a position is no pair of numbers")
    }
    guard let point = GeoPoint(latitude: latitude, longitude: longitude) else {
        throw ShapeFault(
            kind: "geojson.coordinate",
            message: "the position [\(longitude), \(latitude)] is not on the earth")
    }
    return point
}

private func place(_ offset: Int, _ bytes: [UInt8], _ file: String) -> ProblemPlace {
    let before = bytes.prefix(offset)
    let line = before.count { $0 == 10 } + 1
    let start = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    return ProblemPlace(
        file: file, line: line,
        column: String(decoding: bytes[start..<min(offset, bytes.count)], as: UTF8.self).unicodeScalars
            .count + 1)
}
