/// A number in the shortest form SVG reads: at most `decimals` (0...4) decimals, no leading or trailing zero, no
/// exponent, no minus before zero. What is not a number, or beyond ±1e9, becomes 0: a drawing never breaks on one value.
public func svgNumber(_ value: Double, decimals: Int = 1) -> String {
    var bytes: [UInt8] = []
    let scale = [1, 10, 100, 1000, 10_000][decimals]
    appendFixed(fixed(value, scale: scale), decimals: decimals, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
}

/// The value in whole units of 1/`scale`.
func fixed(_ value: Double, scale: Int) -> Int {
    guard value.isFinite, abs(value) < 1e9 else { return 0 }
    return Int((value * Double(scale)).rounded())
}

/// Writes `units` of 10^-`decimals`.
func appendFixed(_ units: Int, decimals: Int, to bytes: inout [UInt8]) {
    if units < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = units.magnitude
    var decimals = decimals
    while decimals > 0, rest % 10 == 0 {
        rest /= 10
        decimals -= 1
    }
    if rest == 0 {
        bytes.append(UInt8(ascii: "0"))
        return
    }
    let start = bytes.count
    // Backwards from the last digit; the point goes in once all decimals are written.
    while rest > 0 || decimals > 0 {
        bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
        rest /= 10
        if decimals > 0 {
            decimals -= 1
            if decimals == 0 { bytes.append(UInt8(ascii: ".")) }
        }
    }
    bytes[start...].reverse()
}
