package import Roads
import Config

/// What is known of roads when plans are made.
package struct RoadKnowledge: Sendable {
    /// Nil before anything was answered.
    package var memory: RoadMemory?
    /// The drives that plans are likely to look at, sorted.
    package var needs: [RoadPair]
    /// Places farther from any road are not driven to by road.
    package var maxSnapMetres: Int

    package init(memory: RoadMemory?, needs: [RoadPair], maxSnapMetres: Int) {
        self.memory = memory
        self.needs = needs
        self.maxSnapMetres = maxSnapMetres
    }

    /// Whether the engine has told the drive, between two places near a road.
    package func isDriven(_ pair: RoadPair) -> Bool {
        guard let memory, case .driven? = memory.drive(pair) else { return false }
        return ![pair.from, pair.to].contains { memory.isFar($0, from: maxSnapMetres) }
    }
}

/// How much of what plans look at a road engine has answered, and how far the estimate is off against it.
package struct RoadReport: Sendable, Hashable {
    /// Nil where nothing was answered yet.
    package var edition: RoadEdition?
    /// Drives that plans are likely to look at, those of them without an answer, and those without a way by road.
    package var pairs: Int
    package var missing: Int
    package var unreachable: Int
    /// Drives of the first weeks' plans whose course is known.
    package var lines = 0
    package var check: TravelCheck

    /// Whether any of them was answered.
    package var isAnswered: Bool { edition != nil && missing < pairs }

    init(_ knowledge: RoadKnowledge, _ settings: TravelSettings) {
        edition = knowledge.memory?.edition
        pairs = knowledge.needs.count
        unreachable = knowledge.needs.count { knowledge.memory?.drive($0) == .unreachable }
        missing = knowledge.needs.count { !knowledge.isDriven($0) } - unreachable
        check = checkTravel(settings, against: knowledge.memory?.legs() ?? [])
    }
}
