package import Config
package import Diagnostics
import Pages
package import Records
import Roads
package import Routes

/// The company with its plans, after everything about roads was asked that the plans look at.
func settledMaterial(
    _ book: SalesBook, _ workspace: Workspace, _ order: BuildOrder, roads: inout RoadInquiry?
) async throws(ProblemError) -> SiteMaterial {
    guard var inquiry = roads else {
        return await analyse(PlanningBasis(book, workspace, order, roads: nil), workspace, order)
    }
    let needs = roadNeeds(book, workspace, inquiry.settings)
    _ = try await inquiry.learn(needs)
    var material = await analyse(
        PlanningBasis(book, workspace, order, roads: inquiry.knowledge(needs: needs)), workspace, order)
    let plans = material.plans.keys.sorted().compactMap { material.plans[$0] }
    let gaps = roadGaps(in: plans, of: material.book)
    if try await inquiry.learn(needs + gaps) {
        _ = try await learnPlannedRoads(book, workspace, order, needs, &inquiry)
        let basis = PlanningBasis(book, workspace, order, roads: inquiry.knowledge(needs: needs))
        material = await analyse(basis, workspace, order, after: material)
    }
    let pairs = plannedRoads(material.plans.keys.sorted().compactMap { material.routes[$0] }, material.book)
    _ = try await inquiry.learn(needs, lines: pairs)
    material.roadLines = try inquiry.lines(of: pairs).filter { $0.value.points.count > 1 }
    material.travel?.roads?.lines = material.roadLines.count
    let isLacking = (material.travel?.roads?.missing ?? 0) > 0 || material.roadLines.count < pairs.count
    if isLacking {
        // Who lies far from a road, and where there is no way, is said by name already. What went wrong in asking for
        // something else is nothing to this build.
        let asked = (inquiry.memory?.problems ?? []).filter { !["roads.far", "roads.unreachable"].contains($0.kind) }
        material.problems = (material.problems + asked).sorted(by: Problem.listingOrder)
    }
    roads = inquiry
    return material
}

/// Asks until no drive of the plans is estimated that an engine could tell, and returns these plans with what they were
/// made from.
///
/// Plans are made, the drives in them that are still estimated are asked for with those around them, and plans are made
/// again. Estimates that could have been asked for count more than they say (`RoadTravel`), so that this takes a few rounds.
/// From the third on all drives between the due customers of reps with gaps are asked for where these are up to 100,000, and
/// from the twelfth on in any case, so that it ends.
func learnPlannedRoads(
    _ book: SalesBook, _ workspace: Workspace, _ order: BuildOrder, _ needs: [RoadPair], _ inquiry: inout RoadInquiry
) async throws(ProblemError) -> (basis: PlanningBasis, plans: [RepPlan]) {
    var round = 1
    while true {
        let basis = PlanningBasis(book, workspace, order, roads: inquiry.knowledge(needs: needs))
        let plans = await basis.plans(threads: order.threads)
        let gaps = roadGaps(in: plans, of: basis.book)
        if gaps.isEmpty || round > 20 { return (basis, plans) }
        let open = plans.filter { !roadGaps(in: [$0], of: basis.book).isEmpty }
        let places = open.map { $0.places(in: basis.book).count }
        let isSmall = round > 2 && places.reduce(0) { $0 + $1 * $1 } <= 100_000
        let wanted =
            isSmall || round >= 12
            ? allRoadPairs(of: open, in: basis.book) : roadsAround(gaps, of: plans, in: basis.book)
        if try await !inquiry.learn(needs + wanted) { return (basis, plans) }
        round += 1
    }
}

func roadNeeds(_ book: SalesBook, _ workspace: Workspace, _ settings: RoadSettings) -> [RoadPair] {
    let (inputs, _) = resolvePlanChanges(workspace.planInputs, in: book)
    return roadNeeds(in: book, inputs: inputs, neighbours: settings.neighbours)
}

/// The drives of these weeks that an engine has told, each once, sorted: their course is drawn.
func plannedRoads(_ weeks: [RoutePlan], _ book: SalesBook) -> [RoadPair] {
    Set(
        weeks.flatMap { week -> [RoadPair] in
            guard let rep = book.repByID[week.repID] else { return [] }
            return week.days.flatMap { $0.drives(of: rep, in: book) }
                .filter { $0.leg.source == .roads && !$0.isOnTheSpot }.map(\.pair)
        }
    ).sorted()
}

/// What the file of answers holds already, for those who ask nobody; nil where the config names no engine.
/// - Throws: when the file can't be read.
package func knownRoads(
    _ travel: TravelSettings, file: String, of book: SalesBook, inputs: ResolvedPlanInputs
) throws(ProblemError) -> RoadKnowledge? {
    guard let settings = travel.roads else { return nil }
    let needs = roadNeeds(in: book, inputs: inputs, neighbours: settings.neighbours)
    return try RoadInquiry(settings, path: file, day: nil).knowledge(needs: needs)
}
