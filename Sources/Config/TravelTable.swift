package import Geo

/// Driving times between places, read from the file that `travel: matrix:` names; see `readTravelTable`.
///
/// Only the pairs that the file holds are kept, sorted, in 12 bytes each. A drive there need not take as long as the drive
/// back.
package struct TravelTable: Sendable, Hashable {
    /// How the file names a place: by the id of a customer or rep, by its coordinates, or by both.
    package struct Place: Sendable, Hashable {
        package var id: String?
        package var point: GeoPoint?
        /// Where the file first names it, from 1.
        package var line: Int?

        package init(id: String? = nil, point: GeoPoint? = nil, line: Int? = nil) {
            self.id = id
            self.point = point
            self.line = line
        }
    }

    /// The file's name, as problems show it.
    package let file: String
    package let places: [Place]
    /// The drives from place `p` number `rows[p]..<rows[p + 1]`, by destination.
    private let rows: [Int32]
    private let destinations: [Int32]
    private let seconds: [Int32]
    /// −1 where the file does not say.
    private let metres: [Int32]

    /// Takes the drives sorted by origin and destination, each pair once; `rows` has one entry more than `places`.
    init(file: String, places: [Place], rows: [Int32], destinations: [Int32], seconds: [Int32], metres: [Int32]) {
        self.file = file
        self.places = places
        self.rows = rows
        self.destinations = destinations
        self.seconds = seconds
        self.metres = metres
    }

    /// The same from drives in any order, each pair of two different places once, given by indices in `places`. `name` is
    /// what problems call it. O(drives log drives).
    package init(
        name: String, places: [Place], drives: [(from: Int32, to: Int32, seconds: Int32, metres: Int32?)]
    ) {
        let sorted = drives.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
        var rows = [Int32](repeating: 0, count: places.count + 1)
        for drive in sorted { rows[Int(drive.from) + 1] += 1 }
        for place in places.indices { rows[place + 1] += rows[place] }
        self.init(
            file: name, places: places, rows: rows, destinations: sorted.map(\.to), seconds: sorted.map(\.seconds),
            metres: sorted.map { $0.metres ?? -1 })
    }

    /// Pairs of two different places that it holds.
    package var pairCount: Int { destinations.count }

    /// The drive from one place to another by their indices in `places`, or nil where the file does not hold it. `metres` is
    /// nil where the file gives times alone. O(log places).
    package func drive(from origin: Int, to destination: Int) -> (seconds: Int32, metres: Int32?)? {
        var low = Int(rows[origin])
        var high = Int(rows[origin + 1])
        while low < high {
            let middle = (low + high) / 2
            if destinations[middle] < destination { low = middle + 1 } else { high = middle }
        }
        guard low < rows[origin + 1], destinations[low] == destination else { return nil }
        return (seconds[low], metres[low] < 0 ? nil : metres[low])
    }

    /// The places that the file has a drive to from that place, ascending.
    package func forEachDestination(from origin: Int, _ body: (Int) -> Void) {
        for index in Int(rows[origin])..<Int(rows[origin + 1]) { body(Int(destinations[index])) }
    }

    /// Every drive with the indices of its places, sorted by origin and destination.
    package func forEachDrive(_ body: (_ from: Int, _ to: Int, _ seconds: Int32, _ metres: Int32?) -> Void) {
        for origin in places.indices {
            for index in Int(rows[origin])..<Int(rows[origin + 1]) {
                body(origin, Int(destinations[index]), seconds[index], metres[index] < 0 ? nil : metres[index])
            }
        }
    }
}
