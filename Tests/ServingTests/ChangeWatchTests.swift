import Foundation
import Serving
import Synchronization
import Testing

@Suite struct ChangeWatchTests {
    @Test func `a change is built once, after it has come to rest`() throws {
        let folder = try TestFolder()
        let read = { [path = folder.path] in FileReading(of: [path + "/notes", path + "/store.sqlite"]) }
        try folder.write("notes/team.md", "one")
        var watch = ChangeWatch(read())
        var due: [Bool] = []
        due.append(watch.isDue(read()))
        try folder.write("notes/team.md", "one and two")
        due.append(watch.isDue(read()))
        try folder.write("store.sqlite", "still being written")
        due.append(watch.isDue(read()))
        due.append(watch.isDue(read()))
        due.append(watch.isDue(read()))
        #expect(due == [false, false, false, true, false])
    }

    @Test func `a change undone before it came to rest builds nothing`() throws {
        let folder = try TestFolder()
        let read = { [path = folder.path] in FileReading(of: [path + "/notes"]) }
        var watch = ChangeWatch(read())
        var due: [Bool] = []
        try folder.write("notes/team.md", "one")
        due.append(watch.isDue(read()))
        try folder.rename("notes", to: "elsewhere")
        due.append(watch.isDue(read()))
        due.append(watch.isDue(read()))
        #expect(due == [false, false, false])
    }

    @Test func `a new, a longer, a renamed and a removed file all show`() throws {
        let folder = try TestFolder()
        let read = { [path = folder.path] in FileReading(of: [path + "/notes"]) }
        try folder.write("notes/deep/a.md", "a")
        var readings = [read()]
        try folder.write("notes/deep/b.md", "b")
        readings.append(read())
        try folder.write("notes/deep/b.md", "bb")
        readings.append(read())
        try folder.rename("notes/deep/b.md", to: "notes/deep/c.md")
        readings.append(read())
        try folder.rename("notes/deep/c.md", to: "c.md")
        readings.append(read())
        #expect(Set(readings).count == 4)
        #expect(readings.first == readings.last)
    }

    @Test func `hidden files, an empty write-ahead log and ignored folders don't show`() throws {
        let folder = try TestFolder()
        let path = folder.path
        let read = { FileReading(of: [path], ignoring: [path + "/public", path + "/archive"]) }
        let before = read()
        try folder.write(".git/index", "x")
        try folder.write("store.sqlite-wal", "")
        try folder.write("public/index.html", "<p>new")
        try folder.write("archive/2026-W47/index.html", "<p>new")
        #expect(read() == before)
        try folder.write("store.sqlite-wal", "rows")
        #expect(read() != before)
    }

    @Test func `a failed build is told, and the next change is tried again`() async throws {
        struct Broken: Error {}
        let folder = try TestFolder()
        try folder.write("notes/a.md", "a")
        let path = folder.path
        let builds = Mutex(0)
        let failures = Mutex(0)
        let read: @Sendable () -> FileReading = { FileReading(of: [path + "/notes"]) }
        let task = Task {
            await watch(from: read(), every: .milliseconds(2), read) {
                try builds.withLock {
                    $0 += 1
                    if $0 == 1 { throw Broken() }
                }
            } failed: { _ in
                failures.withLock { $0 += 1 }
            }
        }
        // A first reading may come after a write: so each try writes something longer.
        for count in 1...2000 where builds.withLock({ $0 }) < 2 {
            try folder.write("notes/a.md", String(repeating: "a", count: count + 1))
            try await Task.sleep(for: .milliseconds(20))
        }
        task.cancel()
        await task.value
        #expect(builds.withLock { $0 } >= 2)
        #expect(failures.withLock { $0 } == 1)
    }
}
