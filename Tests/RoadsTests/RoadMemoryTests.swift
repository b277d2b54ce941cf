import Diagnostics
import Quantities
import Testing

@testable import Roads

@Suite struct RoadMemoryTests {
    private let edition = RoadEdition(engine: "osrm", profile: "driving", data: "")

    private func place(_ number: Int32) -> RoadPlace { RoadPlace(latitude: number * 10, longitude: -number)! }
    private func pair(_ from: Int32, _ to: Int32) -> RoadPair { RoadPair(from: place(from), to: place(to)) }

    @Test func `a memory says what the haul said, and nothing of what it did not`() {
        var random = SeededRandom(seed: 7)
        var haul = RoadHaul(edition: edition)
        for _ in 0..<2000 {
            let ends = pair(Int32(random.next() % 60), Int32(random.next() % 60))
            let time = Int32(random.next() % 100_000)
            haul.drives[ends] =
                time % 7 == 0 ? .unreachable : .driven(deciseconds: time, decimetres: time % 3 == 0 ? nil : time * 9)
        }
        let memory = RoadMemory(haul)
        #expect(memory.driveCount == haul.drives.count)
        for from in Int32(-1)..<62 {
            for to in Int32(-1)..<62 {
                #expect(memory.drive(pair(from, to)) == haul.drives[pair(from, to)])
            }
        }
        var order: [RoadPair] = []
        memory.forEachDrive { from, to, drive in
            order.append(RoadPair(from: memory.places[from], to: memory.places[to]))
            #expect(memory.drive(from: from, to: to) == drive)
        }
        #expect(order == haul.drives.keys.sorted())
    }

    @Test func `a snap that was not told is another thing than no road at all`() {
        var haul = RoadHaul(edition: edition)
        haul.snaps = [place(1): 12.34, place(2): nil, place(3): 1e300]
        haul.drives = [pair(1, 4): .unreachable]
        let memory = RoadMemory(haul)
        #expect(memory.snap(of: place(1)) == .some(12.3))
        #expect(memory.snap(of: place(2)) == .some(nil))
        #expect(memory.snap(of: place(3)) == .some(1e8))
        #expect(memory.snap(of: place(4)) == nil)
        #expect(memory.snap(of: place(5)) == nil)
        #expect(memory.places == [1, 2, 3, 4].map { place($0) })
        #expect(memory.index(of: place(3)) == 2)
        #expect(memory.index(of: place(5)) == nil)
    }

    @Test func `an empty memory knows nothing`() {
        let memory = RoadMemory(RoadHaul(edition: edition))
        #expect(memory.places.isEmpty && memory.driveCount == 0)
        #expect(memory.drive(pair(1, 2)) == nil)
        memory.forEachDrive { _, _, _ in Issue.record("there is no drive") }
    }
}
