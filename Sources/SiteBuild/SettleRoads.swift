package import Config
package import Diagnostics
import Pages
package import Records
import Roads
package import Routes

/// The company with its plans, after everything about roads was asked that the plans look at.
///
/// Plans are made, the drives in them that are still estimated are asked for, and plans are made again, until there is
/// nothing left to ask. That takes a round or two; from the fourth on all drives between a rep's due customers are asked
/// for, so that it ends.
func settledMaterial(
    _ book: SalesBook, _ workspace: Workspace, _ order: BuildOrder, roads: inout RoadInquiry?
) async throws(ProblemError) -> SiteMaterial {
    guard var inquiry = roads else { return await analyse(book, workspace, order) }
    let (inputs, _) = resolvePlanChanges(workspace.planInputs, in: book)
    let needs = roadNeeds(in: book, inputs: inputs, neighbours: inquiry.settings.neighbours)
    _ = try await inquiry.learn(needs)
    var material = await analyse(book, workspace, order, roads: inquiry.knowledge(needs: needs))
    for round in 1...8 {
        let plans = material.plans.keys.sorted().compactMap { material.plans[$0] }
        let gaps = roadGaps(in: plans, of: book)
        let wanted = round < 4 || gaps.isEmpty ? gaps : allRoadPairs(of: plans, in: book)
        guard !gaps.isEmpty, try await inquiry.learn(needs + wanted) else { break }
        material = await analyse(book, workspace, order, roads: inquiry.knowledge(needs: needs), after: material)
    }
    let drives = plannedDrives(material).filter { $0.leg.source == .roads && !$0.isOnTheSpot }
    let pairs = Set(drives.map(\.pair)).sorted()
    _ = try await inquiry.learn(needs, lines: pairs)
    material.roadLines = try inquiry.lines(of: pairs)
    material.travel?.roads?.lines = material.roadLines.count
    // Who lies far from a road, and where there is no way, is said by name already.
    let asked = (inquiry.memory?.problems ?? []).filter { !["roads.far", "roads.unreachable"].contains($0.kind) }
    material.problems = (material.problems + asked).sorted(by: Problem.listingOrder)
    roads = inquiry
    return material
}

/// The drives of the first weeks, which are drawn.
private func plannedDrives(_ material: SiteMaterial) -> [PlanDrive] {
    material.routes.keys.sorted().flatMap { id -> [PlanDrive] in
        guard let plan = material.routes[id], let rep = material.book.repByID[id] else { return [] }
        return plan.days.flatMap { $0.drives(of: rep, in: material.book) }
    }
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
