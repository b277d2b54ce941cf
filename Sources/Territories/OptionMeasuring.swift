import Geo
import Quantities
import Records

extension Scenario {
    /// An option of this scenario with its hand-overs and figures.
    func option(key: String, name: String, note: String? = nil, owner: [Int?], obstacle: String? = nil)
        -> TerritoryOption
    {
        let partition = Partition(model, owner: owner)
        let assignment = partition.assignment(without: leaving)
        var handOvers: [HandOver] = []
        var flows: [FlowKey: (customers: Int, hours: Double, revenue: Int)] = [:]
        for customer in owner.indices {
            guard let to = owner[customer], to != model.owner[customer] else { continue }
            let hours = partition.hours(of: customer)
            let from = model.owner[customer]
            handOvers.append(
                HandOver(
                    customerID: model.customers[customer].id, from: from.map { model.reps[$0].id },
                    to: model.reps[to].id, hours: hours))
            let sum = flows[FlowKey(from: from, to: to)] ?? (0, 0, 0)
            flows[FlowKey(from: from, to: to)] = (
                sum.customers + 1, sum.hours + hours, sum.revenue + model.revenue[customer]
            )
        }
        let sums = flows.map { key, sum in
            HandOverFlow(
                from: key.from.map { model.reps[$0].id }, to: model.reps[key.to].id, customers: sum.customers,
                hours: sum.hours, revenue: Money(minorUnits: sum.revenue, currency: model.currency))
        }
        .sorted { ($1.customers, $0.from?.text ?? "", $0.to) < ($0.customers, $1.from?.text ?? "", $1.to) }
        return TerritoryOption(
            key: key, name: name, note: note, assignment: assignment, handOvers: handOvers, flows: sums,
            figures: figures(partition, assignment), newReps: newReps,
            leaving: leaving.map { model.reps[$0].id }.sorted(), obstacle: obstacle)
    }

    private struct FlowKey: Hashable {
        var from: Int?
        var to: Int
    }

    private func figures(_ partition: Partition, _ assignment: Assignment) -> OptionFigures {
        let moved = model.customers.indices.filter {
            model.owner[$0] != nil && partition.owner[$0] != model.owner[$0]
        }
        let able = Set(able.map { model.reps[$0].id })
        let potentials = assignment.territories.filter { able.contains($0.repID) }
            .map { Double($0.revenue.minorUnits + $0.openPipeline.minorUnits) }
        let mean = potentials.reduce(0, +) / Double(max(1, potentials.count))
        let shapes = assignment.territories.filter { $0.centre != nil }.map(\.compactness)
        let squares = SquaresFromMiddle(partition)
        return OptionFigures(
            largestDeviation: assignment.largestDeviation, meanDeviation: assignment.meanDeviation,
            potentialSpread: mean > 0 ? ((potentials.max() ?? 0) - (potentials.min() ?? 0)) / mean : 0,
            totalDriveHours: assignment.totalDriveHours,
            meanDriveHours: assignment.totalDriveHours / Double(max(1, able.count)),
            compactness: shapes.isEmpty ? 0 : shapes.reduce(0, +) / Double(shapes.count),
            contiguityBreaks: partition.contiguityBreaks, customersHandedOver: moved.count,
            revenueHandedOver: Money(
                minorUnits: moved.reduce(0) { $0 + model.revenue[$1] }, currency: model.currency),
            orphansPlaced: model.customers.indices.count { model.owner[$0] == nil && partition.owner[$0] != nil },
            sumOfSquares: squares.sum, driveBound: driveBound,
            deviationBound: deviationBound(partition), granularity: granularity(partition),
            sumOfSquaresBound: squares.bound)
    }
}
