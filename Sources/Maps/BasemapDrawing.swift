import Geo
import SVG

/// How coarsely a basemap is drawn; later levels are smaller.
private struct BasemapLevel {
    /// In pixels; woods, built-up areas and inner borders, which are faint, take twice as much.
    var tolerance: Double
    /// Areas below so many square pixels are left out.
    var leastArea: Double
    var leavesOut: Set<BasemapKind>

    static let all = [
        BasemapLevel(tolerance: 0.5, leastArea: 6, leavesOut: []),
        BasemapLevel(tolerance: 0.5, leastArea: 16, leavesOut: [.stream]),
        BasemapLevel(tolerance: 0.5, leastArea: 25, leavesOut: [.stream, .roadMinor]),
        BasemapLevel(tolerance: 0.75, leastArea: 50, leavesOut: [.stream, .roadMinor]),
        BasemapLevel(tolerance: 1, leastArea: 80, leavesOut: [.stream, .roadMinor]),
        BasemapLevel(tolerance: 1.2, leastArea: 120, leavesOut: [.stream, .roadMinor, .border, .province]),
        BasemapLevel(
            tolerance: 2, leastArea: 200, leavesOut: [.stream, .roadMinor, .border, .province, .roadSecondary]),
        BasemapLevel(
            tolerance: 3, leastArea: 300, leavesOut: [.stream, .roadMinor, .border, .province, .roadSecondary, .wood]),
    ]
}

extension MapDetail {
    /// Bytes of path data.
    var budget: Int {
        switch self {
        case .full: 30_000
        case .light: 13_000
        case .sketch: 5_000
        }
    }

    fileprivate var firstLevel: Int {
        switch self {
        case .full: 0
        case .light: 1
        case .sketch: 2
        }
    }
}

/// What a scale can't show without clutter: by metres on the ground for a pixel.
private func clutter(_ metresPerPixel: Double) -> Set<BasemapKind> {
    var kinds: Set<BasemapKind> = []
    if metresPerPixel > 24 { kinds.formUnion([.roadMinor, .stream]) }
    if metresPerPixel > 300 { kinds.formUnion([.roadSecondary, .builtUp]) }
    if metresPerPixel > 9500 { kinds.insert(.province) }
    return kinds
}

/// The basemap's paths by kind, in painting order: the finest level that keeps within the budget.
func basemapPaths(
    _ layers: [BasemapLayer], in frame: MapFrame, detail: MapDetail
) -> [(kind: BasemapKind, path: SVGPath)] {
    let levels = BasemapLevel.all[detail.firstLevel...]
    let clutter = clutter(frame.metresPerPixel).union(levels.first?.leavesOut ?? [])
    let visible = visibleLines(layers, in: frame, leavingOut: clutter)
    var result: [(kind: BasemapKind, path: SVGPath)] = []
    for level in levels {
        result = BasemapKind.allCases.compactMap { kind in
            guard !level.leavesOut.contains(kind), !clutter.contains(kind) else { return nil }
            let path = basemapPath(visible[kind.rawValue], kind: kind, level: level)
            return path.isEmpty ? nil : (kind, path)
        }
        if result.reduce(0, { $0 + $1.path.byteCount }) <= detail.budget { break }
    }
    return result
}

private func basemapPath(_ pieces: BasemapPieces, kind: BasemapKind, level: BasemapLevel) -> SVGPath {
    // Faint shapes on whole pixels take half the bytes.
    let isFaint = [.wood, .builtUp, .border, .province].contains(kind)
    let tolerance = isFaint ? 2 * level.tolerance : level.tolerance
    var path = SVGPath(decimals: isFaint ? 0 : 1)
    for ring in pieces.rings where abs(signedArea(ring)) >= level.leastArea {
        path.polyline(simplifiedRing(ring, tolerance: tolerance), closed: true)
    }
    for line in pieces.lines {
        let simple = simplifiedLine(line, tolerance: tolerance)
        let length = zip(simple, simple.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
        if length >= 3 { path.polyline(simple) }
    }
    return path
}
