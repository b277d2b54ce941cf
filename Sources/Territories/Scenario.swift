import Quantities
import Records

/// What a proposal starts from: who is there, who has whom, what is locked.
struct Scenario {
    private(set) var model: WorkloadModel
    /// Owners who could keep their customer; nil where nobody active looks after it or the rep leaves.
    private(set) var today: [Int?]
    /// By customer: whose it is whatever that costs.
    private(set) var locked: [Int?]
    let limits: RepLimits
    private(set) var newReps: [Rep] = []
    private(set) var leaving: Set<Int> = []
    /// Customers locked to a rep who can't be given any.
    private(set) var brokenLocks: [RecordID<Customer>] = []

    init(_ model: WorkloadModel, _ request: TerritoryRequest) {
        self.model = model
        today = model.owner
        limits = RepLimits(
            customers: request.maxCustomers.map { max(0, $0) }, hours: request.maxHours.map { max(0, $0) })
        let index = Dictionary(
            model.reps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        locked = Array(repeating: nil, count: model.customers.count)
        guard !request.locks.isEmpty else { return }
        for (position, customer) in model.customers.enumerated() {
            guard let rep = request.locks[customer.id] else { continue }
            if let rep = index[rep], model.takesPart[rep] {
                locked[position] = rep
            } else {
                brokenLocks.append(customer.id)
            }
        }
    }

    var isLocked: [Bool] { locked.map { $0 != nil } }
    var able: [Int] { model.reps.indices.filter { model.takesPart[$0] } }
    /// Customers that an active rep looks after: a share of hand-overs is a share of these.
    var lookedAfter: Int { model.owner.count { $0 != nil } }

    func budget(share: Double) -> Int { Int((max(0, min(1, share)) * Double(lookedAfter) + 1e-9).rounded(.down)) }

    /// Steps of a search: fewer for a big book, where each costs more.
    var steps: Int { max(40, min(600, 1_200_000 / max(1, model.customers.count))) }

    /// The same without that rep.
    func without(_ rep: Int) -> Scenario {
        var scenario = self
        scenario.model = model.without(rep)
        scenario.leaving.insert(rep)
        for customer in today.indices {
            if today[customer] == rep { scenario.today[customer] = nil }
            if locked[customer] == rep {
                scenario.locked[customer] = nil
                scenario.brokenLocks.append(model.customers[customer].id)
            }
        }
        return scenario
    }

    /// The same with one rep more, where that helps most.
    func withNewRep(named name: String) -> Scenario? {
        guard let home = newHome(Partition(model, owner: today)) else { return nil }
        var scenario = self
        let number = newReps.count + 1
        let rep = Rep(id: RecordID("new-\(number)"), name: "\(name) \(number)", home: home)
        let able = able
        // As much as the others have in the middle.
        let capacities = able.map { model.capacityHours[$0] }.sorted()
        let hours = capacities.isEmpty ? 0 : capacities[capacities.count / 2]
        scenario.newReps.append(rep)
        scenario.model = model.with(rep, home: home, capacityHours: hours)
        return scenario
    }

    /// Today with locks kept and everybody given a rep; the bar for all proposals.
    var start: Partition {
        var owner = today
        for (customer, rep) in locked.enumerated() { owner[customer] = rep ?? owner[customer] }
        var partition = Partition(model, owner: owner)
        placeOrphans(&partition, limits: limits)
        return partition
    }
}
