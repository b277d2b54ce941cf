import Geo
import Quantities
import Testing

@testable import Maps

@Suite struct LabelLayoutTests {
    @Test(arguments: 1...8)
    func `labels cover neither each other nor an obstacle and stay in the frame`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let frame = PlaneBox(minX: 0, minY: 0, maxX: 400, maxY: 300)
        let obstacles = (0..<30).map { _ in
            PlaneBox(centre: PlanePoint(random.unit() * 400, random.unit() * 300), width: 12, height: 12)
        }
        var layout = LabelLayout(frame: frame, obstacles: obstacles)
        for index in 0..<80 {
            layout.place(
                MapLabel(
                    text: String(repeating: "n", count: 3 + index % 9), cssClass: "", size: 12,
                    anchor: PlanePoint(random.unit() * 400, random.unit() * 300), clearance: 5,
                    positions: MapLabel.Position.around))
        }
        let boxes = layout.labels.map(\.box)
        #expect(boxes.count > 10)
        for (index, box) in boxes.enumerated() {
            #expect(frame.contains(box))
            #expect(!obstacles.contains { $0.overlaps(box) })
            #expect(!boxes[(index + 1)...].contains { $0.overlaps(box) })
        }
    }

    @Test func `the first label keeps its place and the second moves to another side`() {
        var layout = LabelLayout(frame: PlaneBox(minX: 0, minY: 0, maxX: 200, maxY: 100), obstacles: [])
        for name in ["first", "second"] {
            layout.place(
                MapLabel(
                    text: name, cssClass: "", size: 12, anchor: PlanePoint(100, 50), clearance: 5,
                    positions: MapLabel.Position.around))
        }
        #expect(layout.labels[0].box.minX > 100)
        #expect(layout.labels[1].box.maxX < 100)
    }
}
