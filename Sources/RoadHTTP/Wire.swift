import Roads

/// Bytes of a connection in the order of their arrival, asked for as they are needed.
struct Wire {
    private let read: () throws(RoadFault) -> [UInt8]
    private var waiting: [UInt8] = []
    private var used = 0
    /// Whether any byte has come.
    private(set) var hasBegun = false

    /// - Parameter read: the next bytes; none at the end of the connection.
    init(reading read: @escaping () throws(RoadFault) -> [UInt8]) { self.read = read }

    /// Whether everything that came has been used.
    var isEmpty: Bool { used == waiting.count }

    /// Up to the next line feed, without it and a carriage return before it.
    mutating func line(limit: Int) throws(RoadFault) -> [UInt8] {
        var line: [UInt8] = []
        while true {
            if isEmpty, try !more() { throw .cutOff }
            let end = waiting[used...].firstIndex(of: UInt8(ascii: "\n"))
            line += waiting[used..<(end ?? waiting.count)]
            used = end.map { $0 + 1 } ?? waiting.count
            if line.count > limit + 1 { throw .garbled("a line without an end") }
            if end != nil { break }
        }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        return line
    }

    /// Lines up to an empty one.
    mutating func lines(limit: Int) throws(RoadFault) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var left = limit
        while true {
            let line = try line(limit: left)
            if line.isEmpty { return lines }
            lines.append(line)
            left -= line.count + 2
            if left < 0 { throw .garbled("a head without an end") }
        }
    }

    mutating func bytes(_ count: Int) throws(RoadFault) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            if isEmpty, try !more() { throw .cutOff }
            let part = waiting[used...].prefix(count - bytes.count)
            bytes += part
            used += part.count
        }
        return bytes
    }

    /// Everything up to the end of the connection.
    mutating func rest(limit: Int) throws(RoadFault) -> [UInt8] {
        var bytes: [UInt8] = []
        repeat {
            bytes += waiting[used...]
            used = waiting.count
            if bytes.count > limit { throw .tooLong(limit: limit) }
        } while try more()
        return bytes
    }

    private mutating func more() throws(RoadFault) -> Bool {
        waiting = try read()
        used = 0
        hasBegun = hasBegun || !waiting.isEmpty
        return !waiting.isEmpty
    }
}
