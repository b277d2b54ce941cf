public import Geo

/// Points as text in Google's encoded polyline format: differences of whole 1e-5 degrees, zigzag, five bits a character.
///
/// - Parameter precision: Decimal places kept, 1...7; 5 is what most readers expect.
public func encodedPolyline(_ points: [GeoPoint], precision: Int = 5) -> String {
    let scale = polylineScale(precision) ?? 1e5
    var bytes: [UInt8] = []
    bytes.reserveCapacity(points.count * 6)
    var latitude = 0
    var longitude = 0
    for point in points {
        let next = (Int((point.latitude * scale).rounded()), Int((point.longitude * scale).rounded()))
        appendPolyline(next.0 - latitude, to: &bytes)
        appendPolyline(next.1 - longitude, to: &bytes)
        (latitude, longitude) = next
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// The points of an encoded polyline; nil where the text is none, ends early or leaves the earth. Linear.
///
/// - Parameter precision: Decimal places in it, 1...7: 5 for Google's own, 6 for what road engines call `polyline6`.
public func decodedPolyline(_ text: String, precision: Int) -> [GeoPoint]? {
    guard let scale = polylineScale(precision) else { return nil }
    var points: [GeoPoint] = []
    var sums = (0, 0)
    var isLongitude = false
    var value = 0
    var shift = 0
    for byte in text.utf8 {
        // Seven characters hold 35 bits; no difference on the earth needs more, even with seven decimal places.
        guard (63...126).contains(byte), shift < 35 else { return nil }
        let bits = Int(byte) - 63
        value |= (bits & 31) << shift
        shift += 5
        if bits & 32 != 0 { continue }
        let difference = value & 1 == 0 ? value >> 1 : ~(value >> 1)
        value = 0
        shift = 0
        if isLongitude {
            sums.1 += difference
            let point = GeoPoint(latitude: Double(sums.0) / scale, longitude: Double(sums.1) / scale)
            guard let point else { return nil }
            points.append(point)
        } else {
            sums.0 += difference
        }
        isLongitude.toggle()
    }
    return shift == 0 && !isLongitude ? points : nil
}

private func polylineScale(_ precision: Int) -> Double? {
    guard (1...7).contains(precision) else { return nil }
    return (0..<precision).reduce(1.0) { scale, _ in scale * 10 }
}

private func appendPolyline(_ difference: Int, to bytes: inout [UInt8]) {
    var rest = difference < 0 ? ~(difference << 1) : difference << 1
    while rest >= 32 {
        bytes.append(UInt8(rest & 31 | 32) + 63)
        rest >>= 5
    }
    bytes.append(UInt8(rest) + 63)
}
