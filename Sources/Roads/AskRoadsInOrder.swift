/// Asks about the items at the same time, at most `parallel` of them, and takes the outcomes in the order of the items.
///
/// `take` says whether to go on. After it has said no, nothing further is begun, and what is under way is cancelled; its
/// outcomes are taken all the same. Returns how many items were begun, always the first ones.
func askInOrder<Item: Sendable, Outcome: Sendable>(
    _ items: [Item], parallel: Int, ask: @escaping @Sendable (Item) async -> Outcome, take: (Int, Outcome) -> Bool
) async -> Int {
    await withTaskGroup(of: (Int, Outcome).self) { group in
        var begun = 0
        func begin() {
            let index = begun
            let item = items[index]
            group.addTask { (index, await ask(item)) }
            begun += 1
        }
        while begun < min(parallel, items.count) { begin() }
        var early: [Int: Outcome] = [:]
        var taken = 0
        var goesOn = true
        while let (index, outcome) = await group.next() {
            early[index] = outcome
            while let next = early.removeValue(forKey: taken) {
                if !take(taken, next), goesOn {
                    goesOn = false
                    group.cancelAll()
                }
                taken += 1
            }
            if goesOn, begun < items.count, !Task.isCancelled { begin() }
        }
        return begun
    }
}

/// Counts questions in a row that brought nothing, and says when to stop asking.
struct RoadBreaker {
    /// So many refusals in a row are enough. They weigh less than silence: a few places where there are no roads say
    /// nothing about the others.
    var maxRefusals: Int
    private var failures = 0
    private var silences = 0

    init(maxRefusals: Int) { self.maxRefusals = maxRefusals }

    /// Three in a row without a usable word from the server are enough, too.
    var isOpen: Bool { silences >= 3 || failures >= maxRefusals }

    /// The fault where nothing was answered, nil where anything was.
    mutating func note(_ fault: RoadFault?) {
        guard let fault else {
            failures = 0
            silences = 0
            return
        }
        failures += 1
        silences = fault.isRefusal ? 0 : silences + 1
    }
}
