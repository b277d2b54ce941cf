import Roads
import Testing

struct OSRMQuestionTests {
    private let west = RoadPlace(latitude: 47_141_000, longitude: 9_520_900)!
    private let east = RoadPlace(latitude: 47_200_000, longitude: 9_600_005)!
    private let south = RoadPlace(latitude: -1, longitude: -1_000_010)!

    @Test func `a table of places with themselves names each once`() {
        let question = OSRM().tableQuestion(
            RoadBlock(origins: [west, east], destinations: [west, east]))
        #expect(
            question.path == "/table/v1/driving/9.5209,47.141;9.600005,47.2?annotations=duration,distance")
        #expect(question.body == nil)
    }

    @Test func `a place that is origin and destination is one coordinate`() {
        let question = OSRM(profile: "bike").tableQuestion(
            RoadBlock(origins: [east], destinations: [south, west, east]))
        #expect(
            question.path == "/table/v1/bike/-1.00001,-0.000001;9.5209,47.141;9.600005,47.2"
                + "?annotations=duration,distance&sources=2")
        let other = OSRM().tableQuestion(
            RoadBlock(origins: [east, south], destinations: [west, east]))
        #expect(other.path.hasSuffix("&sources=2;0&destinations=1;2"))
    }

    @Test func `a table of one place has two coordinates because servers refuse a single one`() {
        let question = OSRM().tableQuestion(RoadBlock(origins: [west], destinations: [west]))
        #expect(
            question.path == "/table/v1/driving/9.5209,47.141;9.5209,47.141"
                + "?annotations=duration,distance&sources=0&destinations=0")
    }

    @Test func `lines and the version are asked with a GET`() {
        let line = OSRM().lineQuestion(RoadPair(from: east, to: south))
        #expect(
            line.path == "/route/v1/driving/9.600005,47.2;-1.00001,-0.000001"
                + "?overview=full&geometries=polyline6&steps=false")
        #expect(line.body == nil)
        let version = OSRM(profile: "a/b ö?").versionQuestion(near: west)
        #expect(version.path == "/nearest/v1/a%2Fb%20%C3%B6%3F/9.5209,47.141?number=1")
    }
}
