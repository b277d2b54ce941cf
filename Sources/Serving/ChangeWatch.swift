/// Decides from one reading after the other when to build again: once, after a change has come to rest.
package struct ChangeWatch: Sendable {
    private var built: FileReading
    private var last: FileReading

    /// Starts from what the present site was built of.
    package init(_ reading: FileReading) {
        built = reading
        last = reading
    }

    /// True when this reading differs from what was built and equals the one before it: whoever writes has stopped.
    package mutating func isDue(_ reading: FileReading) -> Bool {
        defer { last = reading }
        guard reading != built, reading == last else { return false }
        // Taken before the build, so that what changes while it runs is built after it.
        built = reading
        return true
    }
}

/// Reads every second and builds when it is due, until the task is cancelled. What `rebuild` throws goes to `failed`;
/// the old site stays and the next change is tried again.
///
/// - Parameter start: what the present site was built of, or what there is when the watch begins.
package func watch(
    from start: FileReading, every pause: Duration = .seconds(1), _ read: @Sendable () -> FileReading,
    rebuild: @Sendable () async throws -> Void, failed: @Sendable (any Error) -> Void
) async {
    var changes = ChangeWatch(start)
    while (try? await Task.sleep(for: pause)) != nil {
        guard changes.isDue(read()) else { continue }
        do { try await rebuild() } catch { failed(error) }
    }
}
