import Roads
import Testing

@testable import RoadHTTP

struct HTTPReplyTests {
    /// The text comes in pieces of so many bytes.
    private func reply(_ text: String, pieces: Int, maxBytes: Int = 1000) -> Result<HTTPReply, RoadFault> {
        var left = Array(text.utf8)[...]
        var wire = Wire { () throws(RoadFault) in
            defer { left = left.dropFirst(pieces) }
            return Array(left.prefix(pieces))
        }
        do throws(RoadFault) { return .success(try HTTPReply(from: &wire, maxBytes: maxBytes)) } catch {
            return .failure(error)
        }
    }

    @Test(arguments: [1, 2, 3, 7, 10_000]) func `answers are read whatever their pieces are`(pieces: Int) throws {
        for (text, body, isKept) in [
            ("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", "hello", true),
            ("HTTP/1.1 200 OK\nCONTENT-LENGTH:5  \nConnection: Close\n\nhello", "hello", false),
            ("HTTP/1.0 200\r\nContent-Length: 5\r\n\r\nhello", "hello", false),
            ("HTTP/1.0 200\r\nConnection: keep-alive\r\nContent-Length: 5\r\n\r\nhello", "hello", true),
            ("HTTP/1.1 200 OK\r\n\r\nhello", "hello", false),
            ("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "", true),
            (
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\nA: b\r\n\r\n",
                "hello", true
            ),
            ("HTTP/1.1 204 No Content\r\n\r\n", "", true),
        ] {
            let reply = try reply(text, pieces: pieces).get()
            #expect(String(decoding: reply.body, as: UTF8.self) == body, "\(text)")
            #expect(reply.isKept == isKept, "\(text)")
        }
    }

    @Test func `an answer that ends too soon is cut off, wherever that is`() {
        for text in [
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n0\r\n\r\n",
        ] {
            for count in 0..<text.utf8.count {
                guard case .failure(.cutOff) = reply(String(text.utf8.prefix(count)) ?? "", pieces: 100) else {
                    Issue.record("\(text.utf8.prefix(count)) was taken for whole")
                    continue
                }
            }
        }
    }

    @Test func `bytes after the answer end the connection's use`() throws {
        let reply = try reply("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello!", pieces: 1000).get()
        #expect(String(decoding: reply.body, as: UTF8.self) == "hello" && !reply.isKept)
    }

    @Test func `what is too long or no HTTP is refused`() {
        let head = "HTTP/1.1 200 OK\r\n"
        for text in [
            head + "Content-Length: 1001\r\n\r\n", head + "\r\n" + String(repeating: "x", count: 1001),
            head + "Content-Length: 9999999999999999\r\n\r\n",
            head + "Transfer-Encoding: chunked\r\n\r\n3E8\r\n" + String(repeating: "x", count: 1000)
                + "\r\n1\r\nx\r\n0\r\n\r\n",
            head + "Transfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\n",
        ] { #expect(fault(text) == .tooLong(limit: 1000), "\(text.prefix(60))") }
        for text in [
            "SSH-2.0-OpenSSH_9.2\r\n\r\n", "\r\n", "HTTP/2 200\r\n\r\n", "HTTP/1.1 20 OK\r\n\r\n",
            "HTTP/1.1 -20\r\n\r\n",
            head + "no field\r\n\r\n", head + "Content-Length: -5\r\n\r\n", head + "Content-Length: many\r\n\r\n",
            head + "Content-Encoding: gzip\r\nContent-Length: 0\r\n\r\n", head + "Transfer-Encoding: gzip\r\n\r\n",
            head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", head + "Transfer-Encoding: chunked\r\n\r\n-1\r\n",
            head + "Transfer-Encoding: chunked\r\n\r\n2\r\nabcd\r\n",
            String(repeating: "x", count: 100_000), head + "A: " + String(repeating: "x", count: 100_000),
            head + String(repeating: "A: b\r\n", count: 20_000),
        ] {
            guard case .garbled = fault(text) else {
                Issue.record("\(text.prefix(60)): \(String(describing: fault(text)))")
                continue
            }
        }
    }

    private func fault(_ text: String) -> RoadFault? {
        if case .failure(let fault) = reply(text, pieces: 1 << 16) { fault } else { nil }
    }
}
