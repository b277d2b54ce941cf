import Foundation
import Serving

/// A folder of its own for one test, with a small site and one kept week.
struct TestFolder: ~Copyable {
    let path = NSTemporaryDirectory() + "fieldbook-serving-\(UUID().uuidString)"
    var roots: SiteRoots { SiteRoots(site: path + "/public", weeks: path + "/archive") }

    init() throws {
        try write("public/index.html", "<p>home")
        try write("public/reps/ana-lima/index.html", "<p>Ana")
        try write("public/reps/ana-lima/route.gpx", "<gpx/>")
        try write("public/archive/index.html", "<p>kept")
        try write("public/empty/note.txt", "no index here")
        try write("public/a:b/index.html", "<p>colon")
        try write("public/caffè.txt", "è")
        try write("public/.hidden/index.html", "hidden")
        try write("archive/2026-W46/index.html", "<p>week 46")
        try write("archive/2026-W46/assets/site.css", "p{}")
        try write("archive/other/index.html", "not a week")
        try write("secret.txt", "secret")
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String) throws {
        let file = path + "/" + name
        try FileManager.default.createDirectory(
            atPath: String(file[..<file.lastIndex(of: "/")!]), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: file))
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
    }

    func rename(_ old: String, to new: String) throws {
        try FileManager.default.moveItem(atPath: path + "/" + old, toPath: path + "/" + new)
    }

    func get(_ target: String, method: String = "GET", host: String? = "127.0.0.1:8765") -> PageAnswer {
        answer(to: PageRequest(method: method, target: target, host: host), in: roots)
    }

    func text(_ target: String) -> String { String(decoding: get(target).body, as: UTF8.self) }
}
