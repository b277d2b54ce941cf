import RoadHTTP
import Testing

struct RoadServerTests {
    @Test func `a table of the usual size fits into the limit of an answer`() {
        #expect(RoadServer(address: "http://127.0.0.1:5000", timeoutSeconds: 10).maxBytes > 2 * 150_000)
    }
}
