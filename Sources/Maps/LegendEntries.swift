import Quantities

/// One line of a legend: a mark and its meaning with the count.
struct LegendEntry: Hashable {
    enum Mark: Hashable {
        case symbol(PinSymbol)
        case swatch(MapInk)
        case line(isEstimated: Bool)
        /// With a diamond when some of them are overdue.
        case cluster(isUrgent: Bool)
        /// 1...5
        case hexagon(Int)
        case none
    }
    var mark: Mark
    var text: String
    var count: String?
    var note: String?

    /// All words in a row, for measuring.
    var words: String { ([text, count, note].compactMap { $0 }).joined(separator: " ") }
}

/// What the drawing really uses, with counts: symbols, the most urgent first, then named colours, then lines, then
/// what lies outside.
func legendEntries(for map: MapDrawing, layout: PinLayout, hexagons: HexagonLayout?) -> [LegendEntry] {
    var entries: [LegendEntry] = []
    let figures = map.figures
    if let hexagons { entries += densityEntries(hexagons, figures: figures) }
    for symbol in PinSymbol.legend where hexagons == nil {
        let count = map.pins.count { $0.symbol == symbol }
        if count > 0 {
            entries.append(LegendEntry(mark: .symbol(symbol), text: symbol.name, count: figures.integer(count)))
        }
    }
    if map.pins.contains(where: { $0.symbol == .home }) {
        entries.append(LegendEntry(mark: .symbol(.home), text: PinSymbol.home.name))
    }
    for category in map.categories {
        let count = map.pins.count { $0.ink == category.ink && $0.symbol != .home }
        let isUsed =
            count > 0 || map.routes.contains { $0.ink == category.ink }
            || map.areas.contains { $0.ink == category.ink }
        guard isUsed else { continue }
        entries.append(
            LegendEntry(
                mark: .swatch(category.ink), text: category.name, count: count > 0 ? figures.integer(count) : nil,
                note: category.note.map { "· \($0)" }))
    }
    if map.routes.contains(where: { !$0.isEstimated }) {
        entries.append(LegendEntry(mark: .line(isEstimated: false), text: "Drive on roads"))
    }
    if map.routes.contains(where: \.isEstimated) {
        entries.append(LegendEntry(mark: .line(isEstimated: true), text: "Drive, straight line"))
    }
    if !layout.clusters.isEmpty {
        let isUrgent = layout.clusters.contains { $0.overdue > 0 }
        entries.append(
            LegendEntry(
                mark: .cluster(isUrgent: isUrgent),
                text: isUrgent ? "Several; red: overdue" : "Several customers"))
    }
    let outside = layout.outside + (hexagons?.outside ?? 0)
    if outside > 0 {
        entries.append(LegendEntry(mark: .none, text: "\(figures.integer(outside)) outside this map"))
    }
    return entries
}

/// The steps of the honeycomb in numbers of customers.
private func densityEntries(_ hexagons: HexagonLayout, figures: FigureStyle) -> [LegendEntry] {
    let ends = hexagons.lowerEnds
    let largest = hexagons.cells.map(\.count).max() ?? 0
    var entries = ends.enumerated().map { index, low -> LegendEntry in
        let high = index + 1 < ends.count ? ends[index + 1] - 1 : largest
        let range = low >= high ? figures.integer(low) : "\(figures.integer(low))–\(figures.integer(high))"
        return LegendEntry(
            mark: .hexagon(index + 1), text: index == 0 ? "\(range) \(high == 1 ? "customer" : "customers")" : range)
    }
    if let least = hexagons.mostOverdue.last {
        entries.append(
            LegendEntry(mark: .symbol(.overdue), text: "\(figures.integer(least.overdue)) or more overdue"))
    }
    return entries
}
