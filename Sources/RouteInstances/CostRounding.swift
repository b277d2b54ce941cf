/// How Euclidean distances of an instance become its costs.
package enum CostRounding: String, Sendable, CaseIterable {
    /// Ten times the distance, truncated: the convention of the DIMACS challenge for time windows.
    case dimacs
    /// To the nearest whole number, as TSPLIB's `EUC_2D`.
    case nearest
    /// As they are.
    case none

    /// The cost of a distance of 0 or more, in units of `1 / scale` of the instance's own.
    package func cost(_ distance: Double) -> Double {
        switch self {
        case .dimacs: (distance * 10).rounded(.down)
        case .nearest: (distance + 0.5).rounded(.down)
        case .none: distance
        }
    }

    /// Ten for `dimacs`, else one.
    package var scale: Double { self == .dimacs ? 10 : 1 }
}
