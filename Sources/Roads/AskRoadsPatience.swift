/// A road engine, the way to it, and how patient we are.
struct RoadAsker: Sendable {
    var engine: any RoadEngine
    var transport: any RoadTransport
    var limits: RoadLimits
    var pausing: @Sendable (_ milliseconds: Int) async -> Void

    /// What came of a question, and how often it was sent.
    struct Outcome<Reply: Sendable>: Sendable {
        var reply: Result<Reply, RoadFault>
        var requests: Int
    }

    /// Asks until there is an answer, or a fault that will not pass, or the retries are used up.
    ///
    /// The pauses double from 250 ms on, up to a minute. There is no jitter: one asker with a few questions at a time
    /// does not come in herds.
    func reply<Reply: Sendable>(
        to question: RoadQuestion, reading read: @Sendable (RoadAnswer) throws(RoadFault) -> Reply
    ) async -> Outcome<Reply> {
        var requests = 0
        while true {
            requests += 1
            let fault: RoadFault
            do throws(RoadFault) {
                return Outcome(reply: .success(try read(try await transport.answer(to: question))), requests: requests)
            } catch {
                fault = error
            }
            guard fault.mayPass, requests <= limits.retries, !Task.isCancelled else {
                return Outcome(reply: .failure(fault), requests: requests)
            }
            await pausing(250 << min(requests - 1, 8))
        }
    }

    /// The version of the road network. Another place is tried where the engine refuses one.
    func version(near places: [RoadPlace]) async -> Outcome<String> {
        var requests = 0
        var last = Result<String, RoadFault>.failure(.garbled("no place to ask about"))
        for place in places {
            let outcome = await reply(to: engine.versionQuestion(near: place)) { answer throws(RoadFault) in
                try engine.version(in: answer)
            }
            requests += outcome.requests
            last = outcome.reply
            guard case .failure(.refused) = last else { break }
        }
        return Outcome(reply: last, requests: requests)
    }

    /// One table, checked for its size.
    func table(_ block: RoadBlock) async -> Outcome<RoadTableAnswer> {
        await reply(to: engine.tableQuestion(block)) { answer throws(RoadFault) in
            let table = try engine.table(in: answer, for: block)
            let wanted = block.origins.count * block.destinations.count
            guard table.drives.count == wanted else {
                throw .garbled("\(table.drives.count) drives where \(wanted) were asked for")
            }
            return table
        }
    }
}

extension RoadFault {
    /// Whether the same question may be answered a little later.
    var mayPass: Bool {
        switch self {
        case .noServer, .timeOut, .cutOff: true
        case .status(let status): [429, 502, 503, 504].contains(status)
        case .tooLong, .refused, .garbled: false
        }
    }

    /// Whether fewer places at once would be answered. Valhalla's 150 is its limit of places, 413 and 414 are HTTP's
    /// words for a question that is too long. An answer that is too long has too many drives, too.
    var isTooBig: Bool {
        switch self {
        case .refused(let code, _): code == "TooBig" || code == "150"
        case .status(let status): status == 413 || status == 414
        case .tooLong: true
        default: false
        }
    }

    /// Whether the engine itself said no, so that the server is alive and another question may be answered.
    var isRefusal: Bool {
        if case .refused = self { true } else { false }
    }
}
