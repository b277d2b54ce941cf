import Foundation
import Geo

/// Corners along that share of a circle around 0, 0, from its top clockwise: a line every 20 degrees looks round at the
/// size of a pin.
func arc(share: Double, radius: Double) -> [PlanePoint] {
    let share = max(0, min(1, share))
    let steps = max(1, Int((share * 18).rounded(.up)))
    return (0...steps).map { step in
        let angle = share * 2 * Double.pi * Double(step) / Double(steps)
        return PlanePoint(radius * sin(angle), -radius * cos(angle))
    }
}
