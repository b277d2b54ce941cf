/// Goes through bytes that may end at any place.
struct ByteCursor {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Bytes that are left.
    var count: Int { bytes.count - position }

    /// Nil when there are not so many.
    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, count <= self.count else { return nil }
        position += count
        return bytes[position - count..<position]
    }

    /// Seven bits a byte, the lowest first; below 2³⁵.
    mutating func number() throws(WorldFault) -> Int {
        var (result, shift) = (0, 0)
        while position < bytes.count, shift < 35 {
            let byte = bytes[position]
            position += 1
            result |= Int(byte & 127) << shift
            if byte < 128 { return result }
            shift += 7
        }
        throw WorldFault(message: position < bytes.count ? "a number is too long" : "it ends too early")
    }

    /// Even numbers stand for what is not negative, odd ones for what is.
    mutating func signedNumber() throws(WorldFault) -> Int {
        let number = try number()
        return number & 1 == 0 ? number >> 1 : -(number >> 1) - 1
    }
}
