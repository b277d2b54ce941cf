import Foundation
package import Roads

/// Sends questions over HTTP, and keeps connections open for the next ones.
///
/// It keeps no cookies, no cache and no passwords, uses no proxy, and tells the server nothing but the question. It
/// follows redirects within the server only. A silent server is given up after the time-out, a dripping one after six
/// times that, and one that does not stop after `maxBytes`.
///
/// The work is done on sockets and not by the system's URL loading, because that ends the whole process when a server
/// closes in the middle of an answer's head. Encrypted connections are left to the curl program, which has to be
/// installed for them, and which knows proxies from the environment.
package struct HTTPRoadTransport: RoadTransport {
    static let maxRedirects = 3

    private enum Way {
        case plain(PlainHTTP), encrypted(CurlProgram), none
    }

    private let server: RoadServer
    private let way: Way

    package init(_ server: RoadServer) {
        self.server = server
        way =
            switch RoadAddress(server.address) {
            case .none: .none
            case .some(let address) where address.isEncrypted: .encrypted(CurlProgram(server: server, address: address))
            case .some(let address): .plain(PlainHTTP(server, at: address))
            }
    }

    /// Any status is an answer, save a redirect that is not followed: that is a fault, `.status`.
    package func answer(to question: RoadQuestion) async throws(RoadFault) -> RoadAnswer {
        switch way {
        case .plain(let http):
            try await onThread { patience throws(RoadFault) in try http.answer(to: question, patience) }
        case .encrypted(let curl):
            try await onThread { patience throws(RoadFault) in try curl.answer(to: question, patience) }
        case .none:
            throw .noServer("'\(server.address)' is no address of a server")
        }
    }

    /// Threads of its own, because the shared ones are as few as the processors, and this one mostly waits.
    private func onThread(
        _ work: @escaping @Sendable (Patience) throws(RoadFault) -> RoadAnswer
    ) async throws(RoadFault) -> RoadAnswer {
        let patience = Patience(seconds: server.timeoutSeconds)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                Thread.detachNewThread {
                    let result: Result<RoadAnswer, RoadFault>
                    do throws(RoadFault) {
                        result = .success(try work(patience))
                    } catch {
                        result = .failure(error)
                    }
                    continuation.resume(returning: result)
                }
            }
        } onCancel: {
            patience.cancel()
        }
        return try result.get()
    }
}
