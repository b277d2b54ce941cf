import Geo

/// What a frame shows of one kind, in pixels.
struct BasemapPieces {
    var rings: [[PlanePoint]] = []
    var lines: [[PlanePoint]] = []
}

/// By the kind's raw value. What layers of the user show wins: lines and lakes of the world near them are left out, and
/// their land is then an outline, since where there is land the world knows better.
func visibleLines(
    _ layers: [BasemapLayer], in frame: MapFrame, leavingOut: Set<BasemapKind>
) -> [BasemapPieces] {
    let cutting = BasemapCutting(frame)
    let world = layers.lazy.compactMap(\.world).first
    var pieces = [BasemapPieces](repeating: BasemapPieces(), count: BasemapKind.allCases.count)
    for layer in layers {
        for shape in layer.shapes where !leavingOut.contains(shape.kind) {
            let kind = world != nil && shape.kind == .land ? .region : shape.kind
            if shape.isArea {
                pieces[kind.rawValue].rings += cutting.pieces(of: shape)
            } else {
                pieces[kind.rawValue].lines += cutting.pieces(of: shape)
            }
        }
    }
    if let world { add(world, to: &pieces, cutting: cutting, frame: frame, leavingOut: leavingOut) }
    for index in pieces.indices { pieces[index].lines = joined(pieces[index].lines) }
    return pieces
}

private func add(
    _ world: WorldBasemap, to pieces: inout [BasemapPieces], cutting: BasemapCutting, frame: MapFrame,
    leavingOut: Set<BasemapKind>
) {
    let metres = frame.metresPerPixel
    // The world's lines are right to about two kilometres.
    let reach = max(4, min(300, 2500 / metres))
    func near(_ kinds: [BasemapKind]) -> NearLines {
        NearLines(
            kinds.flatMap { kind in
                pieces[kind.rawValue].lines + pieces[kind.rawValue].rings.map { $0 + $0.prefix(1) }
            }, in: frame.box.grown(by: 6), reach: reach)
    }
    let boundaries = near([.region, .border])
    let rivers = near([.river, .stream])
    let lakes = near([.water])
    pieces[BasemapKind.sea.rawValue].rings = [cutting.everything()]
    let highestRank = BasemapKind.allCases.map { leavingOut.contains($0) ? -1 : world.highestRank($0, metres) }
    for (index, head) in world.heads.enumerated()
    where head.rank <= highestRank[head.kind.rawValue] && cutting.mayShow(head.box, roundsPole: head.roundsPole) {
        let shape = world.shapes[index]
        let visible = cutting.pieces(of: shape)
        guard !visible.isEmpty else { continue }
        switch shape.kind {
        case .water:
            // The first ring is the shore, others are islands.
            if !lakes.hold(visible[0]) { pieces[shape.kind.rawValue].rings += visible }
        case .river: pieces[shape.kind.rawValue].lines += visible.flatMap(rivers.partsAway)
        case .frontier, .province: pieces[shape.kind.rawValue].lines += visible.flatMap(boundaries.partsAway)
        default: pieces[shape.kind.rawValue].rings += visible
        }
    }
}
