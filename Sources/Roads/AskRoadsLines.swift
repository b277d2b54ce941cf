import Diagnostics

extension RoadAsker {
    /// Asks for the course of each drive; `pairs` sorted and unique. Returns what is missing and why. A line that is refused
    /// for good is put into the haul without points.
    func lines(for pairs: [RoadPair], into haul: inout RoadHaul) async -> [Problem] {
        var failures: [(pair: RoadPair, fault: RoadFault)] = []
        var breaker = RoadBreaker(maxRefusals: 100)
        var stop: RoadFault?
        _ = await askInOrder(pairs, parallel: limits.parallel) { pair in
            await reply(to: engine.lineQuestion(pair)) { answer throws(RoadFault) in
                try engine.line(in: answer, for: pair)
            }
        } take: { index, outcome in
            haul.requests += outcome.requests
            switch outcome.reply {
            case .success(let line):
                haul.lines[pairs[index]] = line
                breaker.note(nil)
            case .failure(let fault):
                guard stop == nil else { return false }
                failures.append((pairs[index], fault))
                if fault.isForGood { haul.lines[pairs[index]] = RoadLine(points: []) }
                breaker.note(fault)
                if breaker.isOpen { stop = fault }
            }
            return stop == nil
        }
        if let stop {
            let missing = pairs.count { haul.lines[$0]?.points.isEmpty ?? true }
            return [serverProblem(stop, drives: 0, lines: missing)]
        }
        return missingLines(failures)
    }
}
