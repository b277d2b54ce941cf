import Testing

@testable import Pages

@Suite struct SitePathTests {
    @Test(arguments: [
        ("index.html", "reps/ana/index.html", "reps/ana/index.html"),
        ("reps/ana/index.html", "index.html", "../../index.html"),
        ("reps/ana/index.html", "reps/bo/index.html", "../bo/index.html"),
        ("reps/ana/index.html", "reps/ana/route.ics", "route.ics"),
        ("reps/ana/index.html", "customers/x/index.html", "../../customers/x/index.html"),
    ])
    func `links are relative and name the file`(from: String, to: String, link: String) {
        #expect(SitePath(from).link(to: SitePath(to)) == link)
    }

    @Test func `a sibling stays in the folder`() {
        #expect(SitePath("reps/ana/index.html").sibling("route.gpx").text == "reps/ana/route.gpx")
        #expect(SitePath("index.html").sibling("a.csv").text == "a.csv")
        #expect(SitePath("reps/ana/index.html").toRoot == "../../")
    }
}
