/// `items.map(transform)` on a number of threads; the results are in the order of the items.
///
/// Worker `k` takes items k, k + threads, …: neighbours are about equally heavy, so the workers end together.
func concurrentMap<Item: Sendable, Result: Sendable>(
    _ items: [Item], threads: Int, _ transform: @escaping @Sendable (Item) -> Result
) async -> [Result] {
    let workers = min(threads, items.count)
    guard workers > 1 else { return items.map(transform) }
    return await withTaskGroup(of: (Int, [Result]).self) { group in
        for worker in 0..<workers {
            group.addTask {
                (worker, stride(from: worker, to: items.count, by: workers).map { transform(items[$0]) })
            }
        }
        var shares = [[Result]](repeating: [], count: workers)
        for await (worker, results) in group { shares[worker] = results }
        return items.indices.map { shares[$0 % workers][$0 / workers] }
    }
}
