/// A point on a grid of whole numbers up to 2²⁶ each way, fine enough for a few centimetres in a country.
struct GridPoint: Hashable {
    var x: Int
    var y: Int

    /// Above 0 when `a`, `b`, `c` turn left (y upwards); exact on the grid.
    static func turn(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Int {
        (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }

    /// Whether `d` lies within the circle through `a`, `b`, `c` (which turn left). Exact: in floating point where the
    /// error bound of Shewchuk 1997, "Adaptive precision floating-point arithmetic", decides, else in 128 bits.
    static func isInCircle(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint, _ d: GridPoint) -> Bool {
        let (ax, ay) = (a.x - d.x, a.y - d.y)
        let (bx, by) = (b.x - d.x, b.y - d.y)
        let (cx, cy) = (c.x - d.x, c.y - d.y)
        let (aLift, bLift, cLift) = (ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy)
        let (bc, ca, ab) = (bx * cy - cx * by, cx * ay - ax * cy, ax * by - bx * ay)
        // All six are exact in 64 bits; only the products below may not be.
        let terms = (Double(aLift) * Double(bc), Double(bLift) * Double(ca), Double(cLift) * Double(ab))
        let sum = terms.0 + terms.1 + terms.2
        if abs(sum) > 1e-14 * (abs(terms.0) + abs(terms.1) + abs(terms.2)) { return sum > 0 }
        return Int128(aLift) * Int128(bc) + Int128(bLift) * Int128(ca) + Int128(cLift) * Int128(ab) > 0
    }
}
