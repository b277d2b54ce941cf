import Geo
import SVG

/// How coarsely a basemap is drawn; later levels are smaller.
private struct BasemapLevel {
  /// In pixels.
  var tolerance: Double
  /// Areas below so many square pixels are left out.
  var leastArea: Double
  var leavesOut: Set<BasemapKind>

  static let all = [
    BasemapLevel(tolerance: 0.5, leastArea: 6, leavesOut: []),
    BasemapLevel(tolerance: 0.6, leastArea: 12, leavesOut: [.roadMinor]),
    BasemapLevel(tolerance: 0.7, leastArea: 16, leavesOut: [.roadMinor, .stream]),
    BasemapLevel(tolerance: 1, leastArea: 30, leavesOut: [.roadMinor, .stream]),
    BasemapLevel(tolerance: 1.5, leastArea: 80, leavesOut: [.roadMinor, .stream, .border]),
    BasemapLevel(
      tolerance: 2, leastArea: 150, leavesOut: [.roadMinor, .roadSecondary, .stream, .border]),
    BasemapLevel(
      tolerance: 3, leastArea: 300,
      leavesOut: [.roadMinor, .roadSecondary, .stream, .border, .wood]),
  ]
}

extension MapDetail {
  /// Bytes of path data.
  var budget: Int { self == .full ? 34_000 : 11_000 }
  fileprivate var firstLevel: Int { self == .full ? 0 : 2 }
}

/// The basemap's paths by kind, in painting order: the finest level that keeps within the budget.
func basemapPaths(
  _ layers: [BasemapLayer], in frame: MapFrame, detail: MapDetail
) -> [(kind: BasemapKind, path: SVGPath)] {
  let visible = visibleLines(layers, in: frame)
  var result: [(kind: BasemapKind, path: SVGPath)] = []
  for level in BasemapLevel.all[detail.firstLevel...] {
    result = BasemapKind.allCases.compactMap { kind in
      guard !level.leavesOut.contains(kind) else { return nil }
      let path = basemapPath(visible[kind.rawValue], kind: kind, level: level)
      return path.isEmpty ? nil : (kind, path)
    }
    if result.reduce(0, { $0 + $1.path.byteCount }) <= detail.budget { break }
  }
  return result
}

/// Projected and clipped lines by the kind's raw value.
private func visibleLines(_ layers: [BasemapLayer], in frame: MapFrame) -> [[[PlanePoint]]] {
  var lines = [[[PlanePoint]]](repeating: [], count: BasemapKind.allCases.count)
  let window = frame.bounds
  // Cut a little outside the frame, so that no edge made by cutting is seen.
  let box = frame.box.grown(by: 6)
  for shape in layers.flatMap(\.shapes) {
    if let window, !window.meets(shape.bounds) { continue }
    for line in shape.lines {
      let projected = line.map(frame.place)
      if shape.kind.isArea {
        let ring = clippedRing(projected, to: box)
        if !ring.isEmpty { lines[shape.kind.rawValue].append(ring) }
      } else {
        lines[shape.kind.rawValue] += clippedLine(projected, to: box)
      }
    }
  }
  return lines.enumerated().map { kind, lines in
    BasemapKind.allCases[kind].isArea ? lines : joined(lines)
  }
}

private func basemapPath(_ lines: [[PlanePoint]], kind: BasemapKind, level: BasemapLevel) -> SVGPath
{
  var path = SVGPath()
  for line in lines {
    if kind.isArea {
      guard abs(signedArea(line)) >= level.leastArea else { continue }
      path.polyline(simplifiedRing(line, tolerance: level.tolerance), closed: true)
    } else {
      let simple = simplifiedLine(line, tolerance: level.tolerance)
      let length = zip(simple, simple.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
      if length >= 3 { path.polyline(simple) }
    }
  }
  return path
}
