import Diagnostics
import Publishing
import Testing

@Suite struct SitePathTests {
    @Test func `ordinary paths pass`() {
        #expect(
            pathProblems(["index.html", "reps/ana-lima/index.html", "reps/ana-lima/week.ics", "assets/site.css"])
                .isEmpty)
    }

    @Test(arguments: [
        "", "/etc/passwd", "../x", "a/../b", "a//b", "a/", "./a", "a\u{0}b", "a\nb", "a\\b", "c:x", "con", "a/NUL.html",
        "lpt1.txt/x", "a.", "a /b", String(repeating: "x", count: 300),
    ])
    func `a path that is unsafe somewhere is refused`(path: String) {
        #expect(pathProblems([path]).map(\.kind) == ["site.path"])
    }

    @Test func `paths that differ by case alone collide, folders too`() {
        #expect(pathProblems(["a/x.html", "A/y.html"]).map(\.kind) == ["site.path-taken"])
        #expect(pathProblems(["a.html", "A.HTML"]).map(\.kind) == ["site.path-taken"])
        #expect(pathProblems(["a.html", "a.html"]).map(\.kind) == ["site.path-taken"])
        #expect(pathProblems(["a", "a/b"]).map(\.kind) == ["site.path-taken"])
    }
}
