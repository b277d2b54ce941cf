import Foundation
import RoadHTTP
import Roads
import Testing

@Suite(.timeLimit(.minutes(5))) struct HTTPRoadTransportTests {
    private func outcome(_ transport: HTTPRoadTransport, _ path: String = "/x") async -> Result<String, RoadFault> {
        do throws(RoadFault) {
            let answer = try await transport.answer(to: RoadQuestion(path: path))
            return .success("\(answer.status) \(String(decoding: answer.bytes, as: UTF8.self))")
        } catch { return .failure(error) }
    }

    @Test func `a table of the usual size fits into the limit of an answer`() {
        #expect(RoadServer(address: "http://127.0.0.1:5000", timeoutSeconds: 10).maxBytes > 2 * 150_000)
    }

    @Test func `questions go out as they are and answers come back whole, over one connection`() async throws {
        try await RoughServer.run { line in
            while true { try await line.answer(String(repeating: try await line.request(), count: 5000)) }
        } _: { server in
            let transport = server.transport()
            for path in ["/table/v1/driving/9.5,47.1;9.6,47.2?sources=0;1&annotations=duration,distance", "/a%20b"] {
                #expect(await outcome(transport, path) == .success("200 " + String(repeating: path, count: 5000)))
            }
            let posted = try await transport.answer(to: RoadQuestion(path: "/route", body: Array(#"{"a":"ü"}"#.utf8)))
            #expect(posted.status == 200)
            #expect(server.requests.last == #"POST /route{"a":"ü"}"#)
            #expect(server.requests.count == 3 && server.connections == 1)
        }
    }

    @Test func `any status is an answer, with its body`() async throws {
        try await RoughServer.run { line in
            while true {
                try await line.answer(#"{"code":"TooBig"}"#, status: "\(try await line.request().dropFirst()) Words")
            }
        } _: { server in
            for status in [400, 404, 500, 503] {
                let answer = await outcome(server.transport(), "/\(status)")
                #expect(answer == .success(#"\#(status) {"code":"TooBig"}"#))
            }
        }
    }

    @Test func `a server that hangs is given up`() async throws {
        try await RoughServer.run {
            try await $0.hang()
        } _: { server in
            #expect(await outcome(server.transport()) == .failure(.timeOut(seconds: 1)))
        }
    }

    @Test func `a server that drips bytes is given up after six times the time-out`() async throws {
        try await RoughServer.run { line in
            _ = try await line.request()
            try await line.say("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
            while true {
                try await line.say("x")
                try await Task.sleep(for: .milliseconds(100))
            }
        } _: { server in
            #expect(await outcome(server.transport()) == .failure(.timeOut(seconds: 6)))
        }
    }

    @Test func `a server that closes in the middle of an answer has cut it off`() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"
        for text in [head + "half", head, "HTTP/1.1 200 OK\r\nContent-Le", ""] {
            try await RoughServer.run { line in
                _ = try await line.request()
                try await line.say(text)
            } _: { server in
                #expect(await outcome(server.transport()) == .failure(.cutOff))
            }
        }
        try await RoughServer.run { line in
            _ = try await line.request()
            try await line.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")
        } _: { server in
            #expect(await outcome(server.transport()) == .failure(.cutOff))
        }
    }

    @Test func `ten megabytes of rubbish end at the limit, announced or not`() async throws {
        let rubbish = String(repeating: "rubbish!", count: 10 << 17)
        for head in ["Content-Length: \(rubbish.utf8.count)", "Connection: close"] {
            try await RoughServer.run { line in
                _ = try await line.request()
                try await line.say("HTTP/1.1 200 OK\r\n\(head)\r\n\r\n")
                try await line.say(rubbish)
            } _: { server in
                #expect(await outcome(server.transport(seconds: 10)) == .failure(.tooLong(limit: 8 << 20)))
                let whole = await outcome(server.transport(seconds: 10, maxBytes: 16 << 20))
                #expect(whole == .success("200 " + rubbish))
            }
        }
    }

    @Test func `no server at all is told as such`() async throws {
        let port = try RoughServerPort.closed()
        let transport = HTTPRoadTransport(RoadServer(address: "http://127.0.0.1:\(port)", timeoutSeconds: 1))
        guard case .failure(.noServer(let words)) = await outcome(transport) else {
            Issue.record("\(await outcome(transport))")
            return
        }
        #expect(!words.isEmpty)
        for address in ["", "127.0.0.1:5000", "file:///etc/passwd", "http://", "ftp://127.0.0.1"] {
            let transport = HTTPRoadTransport(RoadServer(address: address, timeoutSeconds: 1))
            #expect(await outcome(transport) == .failure(.noServer("'\(address)' is no address of a server")))
        }
    }

    @Test func `something that does not speak HTTP is no road server`() async throws {
        for text in [
            "SSH-2.0-OpenSSH_9.2\r\n", "\u{0}\u{1}\u{2}\r\n\r\n", "HTTP/9.9 OK\r\n\r\n", "HTTP/1.1 abc\r\n\r\n",
        ] {
            try await RoughServer.run { line in
                _ = try await line.request()
                try await line.say(text)
            } _: { server in
                guard case .failure = await outcome(server.transport()) else {
                    Issue.record("\(text) was taken for an answer")
                    return
                }
            }
        }
    }

    @Test func `a redirect within the server is followed, three times at most`() async throws {
        try await RoughServer.run { line in
            while true {
                let path = try await line.request()
                let number = Int(path.dropFirst()) ?? 0
                if number == 0 {
                    try await line.answer("here")
                } else {
                    try await line.answer("", status: "302 Found", headers: "Location: /\(number - 1)\r\n")
                }
            }
        } _: { server in
            #expect(await outcome(server.transport(), "/3") == .success("200 here"))
            #expect(await outcome(server.transport(), "/4") == .failure(.status(302)))
        }
    }

    @Test func `a redirect to anywhere else is not followed`() async throws {
        try await RoughServer.run { line in
            while true {
                _ = try await line.request()
                try await line.answer("secret")
            }
        } _: { other in
            let places = [
                "http://127.0.0.1:\(other.port)/", "http://localhost:\(other.port)/", "//127.0.0.1:\(other.port)/x",
                "ftp://127.0.0.1/", "file:///etc/passwd", "http://[", "http://127.0.0.1:99999/", ":::", "//", "http:x",
            ]
            for place in places {
                try await RoughServer.run { line in
                    _ = try await line.request()
                    try await line.answer("away", status: "307 Temporary Redirect", headers: "Location: \(place)\r\n")
                    try await line.hang()
                } _: { server in
                    #expect(await outcome(server.transport()) == .failure(.status(307)), "\(place)")
                }
            }
            #expect(other.requests.isEmpty)
        }
    }

    @Test func `a question that is no longer wanted ends at once`() async throws {
        try await RoughServer.run {
            try await $0.hang()
        } _: { server in
            let transport = server.transport(seconds: 600)
            let task = Task { await outcome(transport) }
            while server.connections == 0 { await Task.yield() }
            task.cancel()
            #expect(await task.value == .failure(.noServer("no longer wanted")))
        }
    }
}

/// A port where nobody listens.
enum RoughServerPort {
    static func closed() throws -> UInt16 {
        let server = try RoughServer()
        try server.close()
        return server.port
    }
}
