import Quantities
import Records

/// One rep left in the spring: the customers waited for the successor, and some went to a neighbour for good.
enum Handover {
    /// Gives today's customers of the new rep, and some of the Trento rep, to the one who left for the time before.
    static func apply(
        to customers: inout [DemoCustomer], staff: Staff, seed: UInt64
    ) -> [TerritoryAssignment] {
        var random = SeededRandom(seed: seed, stream: "handover")
        var assignments: [TerritoryAssignment] = []
        let left = staff.handover.left
        for index in customers.indices {
            let today = customers[index].owners[0].rep
            let neighbour = today == 8 && customers[index].town.name != "Trento"
            guard today == RepSlot.newRep || neighbour else { continue }
            guard customers[index].known <= left - 60 else { continue }
            guard !neighbour || random.chance(0.5) else { continue }
            let from = neighbour ? left + 1 : staff.handover.hired
            let begin = customers[index].owners[0].from
            customers[index].owners = [(begin, RepSlot.formerRep), (from, today)]
            // The CRM's owner was never changed; the dated assignment wins over it.
            customers[index].record.ownerID = Staff.id(RepSlot.formerRep)
            assignments.append(
                TerritoryAssignment(
                    id: RecordID("demo:assignment-\(zeroPadded(assignments.count + 1, 3))"),
                    customerID: customers[index].record.id, repID: Staff.id(today), from: from,
                    reason: neighbour
                        ? "\(staff.reps[RepSlot.formerRep].name) left; nearer to Trento"
                        : "\(staff.reps[RepSlot.formerRep].name) left; successor's territory"))
        }
        return assignments
    }
}
