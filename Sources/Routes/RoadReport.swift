import Config
import Records
package import Roads

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

    /// Whether the place is known to lie too far from any road.
    package func isFar(_ place: RoadPlace) -> Bool { memory?.isFar(place, from: maxSnapMetres) ?? false }

    /// Whether the engine has told the drive, between two places near a road.
    package func isDriven(_ pair: RoadPair) -> Bool {
        guard let memory, case .driven? = memory.drive(pair) else { return false }
        return !isFar(pair.from) && !isFar(pair.to)
    }
}

/// How much of what plans look at a road engine has answered, and how far the estimate is off against it.
package struct RoadReport: Sendable, Hashable {
    /// Nil where nothing was answered yet.
    package var edition: RoadEdition?
    /// Drives that plans are likely to look at; of them those that touch a place too far from any road, those without a
    /// way by road, and the others without an answer.
    package var pairs: Int
    package var far: Int
    package var unreachable: Int
    package var missing: Int
    /// Places too far from any road.
    package var farPlaces: Int
    /// Drives of the first weeks' plans whose course is known.
    package var lines = 0
    package var check: TravelCheck

    /// Those that plans are made with.
    package var known: Int { pairs - far - unreachable - missing }
    package var isAnswered: Bool { known > 0 }

    init(_ knowledge: RoadKnowledge, _ settings: TravelSettings, in book: SalesBook) {
        edition = knowledge.memory?.edition
        pairs = knowledge.needs.count
        (far, unreachable, missing) = (0, 0, 0)
        var places: Set<RoadPlace> = []
        for pair in knowledge.needs {
            let ends = [pair.from, pair.to].filter(knowledge.isFar)
            if !ends.isEmpty {
                places.formUnion(ends)
                far += 1
                continue
            }
            switch knowledge.memory?.drive(pair) {
            case .driven: continue
            case .unreachable: unreachable += 1
            case nil: missing += 1
            }
        }
        farPlaces = places.count
        check = checkTravel(settings, against: knowledge.legs(in: book))
    }
}
