import Foundation
import Glibc
import Roads
import Synchronization

/// Encrypted HTTP, by the curl program: one process a question.
///
/// What the program is to do comes to it over its standard input, so that no list of processes shows where customers are.
/// Its own settings are not read.
struct CurlProgram: Sendable {
    var server: RoadServer
    var address: RoadAddress
    /// Looked for along the path.
    var name = "curl"
    var protocols = "=https"

    func answer(to question: RoadQuestion, _ patience: Patience) throws(RoadFault) -> RoadAnswer {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name, "--disable", "--config", "-"]
        let input = Pipe()
        let output = Pipe()
        let errors = Pipe()
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        // Nobody dies of writing to a program that has ended already while this end is open, too.
        let spare = fcntl(input.fileHandleForReading.fileDescriptor, F_DUPFD_CLOEXEC, 3)
        defer { close(spare) }
        do { try process.run() } catch { throw .noServer("the program '\(name)' can't be run") }
        defer {
            // A milder signal may be blocked: programs inherit that from the thread that starts them.
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
            process.waitUntilExit()
        }
        try? input.fileHandleForWriting.write(contentsOf: Data(configuration(question).utf8))
        try? input.fileHandleForWriting.close()

        var bytes: [UInt8] = []
        while let part = try? output.fileHandleForReading.read(upToCount: 1 << 16), !part.isEmpty {
            bytes += part
            if bytes.count > server.maxBytes + CurlProgram.statusLength { throw .tooLong(limit: server.maxBytes) }
            try patience.check()
        }
        let words = try? errors.fileHandleForReading.readToEnd()
        process.waitUntilExit()
        try patience.check()
        guard process.terminationStatus == 0 else {
            throw fault(process.terminationStatus, String(decoding: words ?? Data(), as: UTF8.self))
        }
        guard let status = Int(String(decoding: bytes.suffix(CurlProgram.statusLength), as: UTF8.self)) else {
            throw .garbled("no HTTP status")
        }
        if (300..<400).contains(status) { throw .status(status) }
        return RoadAnswer(status: status, bytes: bytes.dropLast(CurlProgram.statusLength))
    }

    private static let statusLength = 3

    private func configuration(_ question: RoadQuestion) -> String {
        var lines = [
            #"proto = "\#(protocols)""#, "silent", "show-error", "globoff", #"user-agent = "fieldbook""#,
            #"header = "Accept: application/json""#, "connect-timeout = \(server.timeoutSeconds)",
            "speed-limit = 1", "speed-time = \(server.timeoutSeconds)", "max-time = \(6 * server.timeoutSeconds)",
            "max-filesize = \(server.maxBytes)", #"write-out = "%{http_code}""#,
            "url = \(quoted(address.url + question.path))",
        ]
        if let body = question.body {
            lines.append(#"header = "Content-Type: application/json""#)
            lines.append("data-raw = \(quoted(String(decoding: body, as: UTF8.self)))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func quoted(_ text: String) -> String {
        let escaped = text.map { character in
            switch character {
            case "\"", "\\": "\\\(character)"
            case "\n": "\\n"
            case "\r": "\\r"
            case "\t": "\\t"
            default: String(character)
            }
        }
        return "\"\(escaped.joined())\""
    }

    /// Numbers from the program's manual.
    private func fault(_ exit: Int32, _ words: String) -> RoadFault {
        switch exit {
        case 28: return .timeOut(seconds: server.timeoutSeconds)
        case 18, 52, 55, 56: return .cutOff
        case 63: return .tooLong(limit: server.maxBytes)
        case 1, 8: return .garbled("no HTTP")
        case 127: return .noServer("https needs the program '\(name)', which is not installed")
        default:
            // `curl: (60) SSL certificate problem: …`, and sometimes advice after that.
            let line = words.split(separator: "\n").first { $0.hasPrefix("curl: (") }
            let reason = line?.drop { $0 != ")" }.dropFirst(2)
            return .noServer(reason.map(String.init) ?? "the program '\(name)' ended with \(exit)")
        }
    }
}
