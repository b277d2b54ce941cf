/// Serves the folders until Ctrl-C, while `watching` looks after changes; returns when all of it has ended.
package func serve(
    _ roots: SiteRoots, at server: SiteServer, watching: @escaping @Sendable () async -> Void
) async throws {
    try await withThrowingTaskGroup(of: Bool.self) { group in
        group.addTask {
            try await server.run { answer(to: $0, in: roots) }
            return true
        }
        group.addTask {
            await interruption()
            return true
        }
        group.addTask {
            await watching()
            return false
        }
        defer { group.cancelAll() }
        while try await group.next() == false {}
    }
}
