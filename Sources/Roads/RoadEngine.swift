/// One kind of routing engine: how it is asked, and what its answers mean. It sends nothing itself.
public protocol RoadEngine: Sendable {
    /// `osrm` or `valhalla`.
    var name: String { get }
    /// What is driven, in the engine's words.
    var profile: String { get }

    /// A question whose answer tells the version of the road network; asked once before anything else.
    func versionQuestion(near place: RoadPlace) -> RoadQuestion
    /// Empty where the engine tells none.
    func version(in answer: RoadAnswer) throws(RoadFault) -> String

    func tableQuestion(_ block: RoadBlock) -> RoadQuestion
    func table(in answer: RoadAnswer, for block: RoadBlock) throws(RoadFault) -> RoadTableAnswer

    func lineQuestion(_ pair: RoadPair) -> RoadQuestion
    func line(in answer: RoadAnswer, for pair: RoadPair) throws(RoadFault) -> RoadLine
}

/// Drives from each of some places to each of some others, asked for at once. No place is twice in one list.
public struct RoadBlock: Hashable, Sendable {
    public var origins: [RoadPlace]
    public var destinations: [RoadPlace]

    public init(origins: [RoadPlace], destinations: [RoadPlace]) {
        self.origins = origins
        self.destinations = destinations
    }
}

/// A table as the engine gives it.
public struct RoadTableAnswer: Hashable, Sendable {
    /// Metres to the road of each place of the block; nil where the engine finds none; absent where it does not tell.
    public var snaps: [RoadPlace: Double?]
    /// From origin `i` to destination `j` at `i × destinations.count + j`.
    public var drives: [RoadDrive]

    public init(snaps: [RoadPlace: Double?], drives: [RoadDrive]) {
        self.snaps = snaps
        self.drives = drives
    }
}

/// An HTTP request without its server.
public struct RoadQuestion: Hashable, Sendable {
    /// With a leading slash and the query, percent-encoded; appended to the server's address.
    public var path: String
    /// JSON to post; nil for a GET.
    public var body: [UInt8]?

    public init(path: String, body: [UInt8]? = nil) {
        self.path = path
        self.body = body
    }
}

/// What came back, whatever the status.
public struct RoadAnswer: Hashable, Sendable {
    public var status: Int
    public var bytes: [UInt8]

    public init(status: Int, bytes: [UInt8]) {
        self.status = status
        self.bytes = bytes
    }
}

/// Why there is no answer, or none that can be used.
public enum RoadFault: Error, Hashable, Sendable {
    /// No connection to the server.
    case noServer(String)
    /// Nothing came for so many seconds.
    case timeOut(seconds: Int)
    /// The connection ended in the middle of the answer.
    case cutOff
    /// More than so many bytes.
    case tooLong(limit: Int)
    /// An HTTP status without words that the engine is known for.
    case status(Int)
    /// The engine's own refusal, such as OSRM's `TooBig` with its message.
    case refused(code: String, message: String)
    /// Bytes that are no answer to the question; what is wrong with them.
    case garbled(String)
}

/// How questions are sent. `RoadHTTP` does it for real; tests do it by themselves.
public protocol RoadTransport: Sendable {
    func answer(to question: RoadQuestion) async throws(RoadFault) -> RoadAnswer
}
