import Serving
import Testing

@Suite struct PageRequestTests {
    @Test func `method, target and host are read`() {
        let request = PageRequest(head: "GET /a%20b?c HTTP/1.1\r\nAccept: */*\r\nhOST: \tlocalhost:8765 \r\n".utf8)
        #expect(request == PageRequest(method: "GET", target: "/a%20b?c", host: "localhost:8765"))
    }

    @Test func `lines may end without a carriage return and a host may be missing`() {
        let request = PageRequest(head: "HEAD / HTTP/1.0\nAccept: x\n".utf8)
        #expect(request == PageRequest(method: "HEAD", target: "/", host: nil))
    }

    @Test(arguments: [
        "", "GET", "GET /", "GET / HTTP/2.0", "GET  / HTTP/1.1", "GET / x HTTP/1.1", " GET / HTTP/1.1",
        "GET /é HTTP/1.1", "GET /\u{1} HTTP/1.1", "GET / HTTP/1.1\r\nHost: a\r\nHost: b",
        "GET / HTTP/1.1\r\nHost: a\r\n b", "GET / HTTP/1.1\r\nHost : a", "GET / HTTP/1.1\r\nno colon",
        "GET / HTTP/1.1\r\n: x",
    ])
    func `a head that programs could read in two ways is refused`(head: String) {
        #expect(PageRequest(head: head.utf8) == nil)
    }
}
