import Serving
import Testing

@Suite struct AnswerRequestTests {
    @Test(arguments: [
        ("/", "<p>home"), ("/index.html", "<p>home"), ("/?week=2", "<p>home"), ("/reps/ana-lima/", "<p>Ana"),
        ("/reps/ana%2Dlima/index.html", "<p>Ana"), ("/caff%C3%A8.txt", "è"), ("/archive/", "<p>kept"),
        ("/archive/2026-W46/", "<p>week 46"), ("/archive/2026-W46/assets/site.css", "p{}"),
    ])
    func `a page is served by its path`(target: String, text: String) throws {
        let folder = try TestFolder()
        #expect(folder.get(target).status == .ok)
        #expect(folder.text(target) == text)
    }

    @Test(arguments: [
        "/../secret.txt", "/reps/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt",
        "/reps/..%5c..%5csecret.txt", "/..\\secret.txt", "/%252e%252e/secret.txt", "/index.html%00.txt", "/%00",
        "/./index.html", "//index.html", "/reps//ana-lima/", "//etc/passwd", "/%2fetc%2fpasswd", "/.hidden/",
        "/archive/2026-W46/../../secret.txt", "/archive/2026-W46/%2e%2e/other/index.html", "index.html", "",
        "http://127.0.0.1/index.html", "/%", "/%4", "/%zz", "/%+1", "/%ff", "/index.html%0a",
    ])
    func `no path leads out of the folders`(target: String) throws {
        let folder = try TestFolder()
        #expect(folder.get(target).status == .notFound)
        #expect(!folder.text(target).contains("secret"))
    }

    @Test(arguments: [
        "/index.html/", "/gone.html", "/reps/", "/empty/", "/empty", "/archive/other/index.html",
        "/archive/2026-W54/index.html", "/archive/2026-W45/",
    ])
    func `what is not there, and a folder without a page, is not found`(target: String) throws {
        let folder = try TestFolder()
        #expect(folder.get(target).status == .notFound)
    }

    @Test func `no symbolic link is followed`() throws {
        let folder = try TestFolder()
        try folder.link("public/leak.txt", to: "../secret.txt")
        try folder.link("public/up", to: "..")
        try folder.link("archive/2026-W47", to: "../public")
        for target in ["/leak.txt", "/up/secret.txt", "/up/", "/archive/2026-W47/index.html"] {
            #expect(folder.get(target).status == .notFound, "\(target)")
        }
    }

    @Test(arguments: [
        ("/reps/ana-lima", "./ana-lima/"), ("/reps/ana-lima?day=2", "./ana-lima/?day=2"), ("/a:b", "./a:b/"),
        ("/archive/2026-W46", "./2026-W46/"), ("/archive", "./archive/"),
    ])
    func `a folder without its slash is redirected by a relative reference`(target: String, location: String) throws {
        let folder = try TestFolder()
        let answer = folder.get(target)
        #expect(answer.status == .redirect)
        #expect(answer.header("Location") == location.replacing(":", with: "%3A"))
    }

    @Test func `HEAD has the headers of GET and no body`() throws {
        let folder = try TestFolder()
        let head = folder.get("/index.html", method: "HEAD")
        #expect(head.headers == folder.get("/index.html").headers)
        #expect(head.header("Content-Length") == "7")
        #expect(head.body.isEmpty)
        #expect(folder.get("/gone", method: "HEAD").body.isEmpty)
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", ""])
    func `other methods are refused`(method: String) throws {
        let folder = try TestFolder()
        let answer = folder.get("/index.html", method: method)
        #expect(answer.status == .methodNotAllowed)
        #expect(answer.header("Allow") == "GET, HEAD")
    }

    @Test(arguments: ["localhost", "LOCALHOST:8765", "127.0.0.1", "192.168.1.20:8765", "[::1]:8765", "[::1]"])
    func `localhost and numbers of addresses are our hosts`(host: String) throws {
        let folder = try TestFolder()
        #expect(folder.get("/", host: host).status == .ok)
    }

    @Test(arguments: [
        "evil.example", "evil.example:8765", "localhost.evil.example", "127.0.0.1.evil.example", "127.1", "", ":8765",
        "::1", "[::1", "[::1]x", "[evil.example]", "localhost:", "localhost:x", "localhost:99999", "evil@localhost",
        "localhost ", "0x7f000001",
    ])
    func `any other host is refused`(host: String) throws {
        let folder = try TestFolder()
        #expect(folder.get("/", host: host).status == .foreignHost)
        #expect(!folder.get("/", host: host).body.starts(with: "<p>".utf8))
    }

    @Test func `a request without a host is malformed`() throws {
        let folder = try TestFolder()
        #expect(folder.get("/", host: nil).status == .malformed)
    }

    @Test(arguments: ["/", "/gone", "/reps/ana-lima"])
    func `every answer forbids keeping, guessing and telling`(target: String) throws {
        let folder = try TestFolder()
        let answer = folder.get(target)
        #expect(answer.header("Cache-Control") == "no-store")
        #expect(answer.header("X-Content-Type-Options") == "nosniff")
        #expect(answer.header("Referrer-Policy") == "no-referrer")
        #expect(answer.header("Content-Length") == String(answer.body.count))
    }

    @Test(arguments: [
        ("a.html", "text/html; charset=utf-8"), ("a.css", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"), ("a.svg", "image/svg+xml; charset=utf-8"), ("a.png", "image/png"),
        ("a.json", "application/json; charset=utf-8"), ("a.csv", "text/csv; charset=utf-8"),
        ("a.ics", "text/calendar; charset=utf-8"), ("a.gpx", "application/gpx+xml; charset=utf-8"),
        ("a.geojson", "application/geo+json; charset=utf-8"), ("a.b.TXT", "text/plain; charset=utf-8"),
        ("a.exe", "application/octet-stream"), ("html", "application/octet-stream"),
    ])
    func `a file's type follows its ending`(file: String, type: String) {
        #expect(ContentType.named(file).header == type)
    }

    @Test func `the next request sees the site that was swapped in`() throws {
        let folder = try TestFolder()
        #expect(folder.text("/") == "<p>home")
        try folder.write("next/index.html", "<p>new home")
        try folder.rename("public", to: "old")
        #expect(folder.get("/").status == .notFound)
        try folder.rename("next", to: "public")
        #expect(folder.text("/") == "<p>new home")
    }

    @Test(arguments: [
        ("/w/public", "/w/archive", ["archive"]), ("/w/out/public", "/w/kept/weeks", ["kept", "weeks"]),
        ("/w/./public/", "/w/x/../archive/", ["archive"]),
    ])
    func `kept weeks are where the site's links end in a browser`(site: String, weeks: String, path: [String]) {
        #expect(SiteRoots(site: site, weeks: weeks).weeksPath == path)
    }
}
