import Foundation
import Roads
import Testing

@testable import RoadHTTP

/// The program is asked without encryption here; what it is told and what its ends mean is the same.
@Suite(.timeLimit(.minutes(5)), .enabled(if: hasCurl, "curl is not installed")) struct CurlProgramTests {
    private func outcome(
        _ port: UInt16, _ question: RoadQuestion = RoadQuestion(path: "/x"), name: String = "curl",
        protocols: String = "=http", maxBytes: Int = 1 << 20
    ) async throws -> Result<String, RoadFault> {
        let text = "http://127.0.0.1:\(port)"
        var server = RoadServer(address: text, timeoutSeconds: 1)
        server.maxBytes = maxBytes
        var curl = CurlProgram(server: server, address: try #require(RoadAddress(text)))
        curl.name = name
        curl.protocols = protocols
        return await withCheckedContinuation { [curl] continuation in
            Thread.detachNewThread {
                do throws(RoadFault) {
                    let answer = try curl.answer(to: question, Patience(seconds: 1))
                    let words = String(decoding: answer.bytes, as: UTF8.self)
                    continuation.resume(returning: .success("\(answer.status) \(words)"))
                } catch { continuation.resume(returning: .failure(error)) }
            }
        }
    }

    @Test func `questions go out as they are and answers come back whole`() async throws {
        try await RoughServer.run { line in
            try await line.answer(try await line.request(), status: "400 Bad")
        } _: { server in
            let path = "/table/v1/driving/9.5,47.1;9.6,47.2?sources=0;1&a=[1-3]{a,b}"
            #expect(try await outcome(server.port, RoadQuestion(path: path)) == .success("400 " + path))
            let body = #"{"a":"ü\n\"@/etc/passwd"}"#
            _ = try await outcome(server.port, RoadQuestion(path: "/route", body: Array(body.utf8)))
            #expect(server.requests.last == "POST /route" + body)
        }
    }

    @Test func `many at the same time are all answered`() async throws {
        try await RoughServer.run { line in
            try await line.answer(try await line.request())
        } _: { server in
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<12 {
                    group.addTask {
                        try await outcome(server.port, RoadQuestion(path: "/\(number)")) == .success("200 /\(number)")
                    }
                }
                for try await isAnswered in group { #expect(isAnswered) }
            }
        }
    }

    @Test func `faults have the same names as without encryption`() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"
        for (text, fault) in [
            (head + "half", RoadFault.cutOff), (head, .cutOff), ("", .cutOff),
            ("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", .status(302)),
            ("SSH-2.0-OpenSSH_9.2\r\n", .garbled("no HTTP")),
            ("HTTP/1.1 200 OK\r\nContent-Length: 3000000\r\n\r\n", .tooLong(limit: 1 << 20)),
            ("HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "rubbish!", count: 1 << 18), .tooLong(limit: 1 << 20)),
        ] {
            try await RoughServer.run { line in
                _ = try await line.request()
                try await line.say(text)
            } _: { server in
                let answer = try await outcome(server.port)
                #expect(answer == .failure(fault), "\(text.prefix(60))")
            }
        }
        try await RoughServer.run {
            try await $0.hang()
        } _: { server in
            let answer = try await outcome(server.port)
            #expect(answer == .failure(.timeOut(seconds: 1)))
        }
    }

    @Test func `no server, no program and no encryption are told as such`() async throws {
        let port = try RoughServerPort.closed()
        for (name, protocols, part) in [
            ("curl", "=http", "Failed to connect to 127.0.0.1"),
            ("no-such-curl", "=http", "'no-such-curl', which is not installed"),
        ] {
            guard case .failure(.noServer(let words)) = try await outcome(port, name: name, protocols: protocols) else {
                Issue.record("\(name) \(protocols)")
                continue
            }
            #expect(words.contains(part), "\(words)")
        }
        #expect(try await outcome(port, protocols: "=https") == .failure(.garbled("no HTTP")))
    }
}

private let hasCurl =
    ProcessInfo.processInfo.environment["CI"] == "true"
    || (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/curl")
    }
