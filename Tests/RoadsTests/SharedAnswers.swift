import Foundation
import Roads

/// Recorded answers that are not part of the repository: `../shared` beside it, or beside a folder around it.
enum SharedAnswers {
    static let isRequired = ProcessInfo.processInfo.environment["CI"] == "true"

    static func bytes(_ name: String) -> [UInt8]? {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let path = folder.appendingPathComponent("shared/data/osrm/\(name)").path
            if let data = FileManager.default.contents(atPath: path) { return Array(data) }
        }
        return nil
    }

    static var canRun: Bool { isRequired || bytes("table_50x50.response.json") != nil }

    static func answer(_ name: String, status: Int = 200) -> RoadAnswer? {
        bytes("\(name).response.json").map { RoadAnswer(status: status, bytes: $0) }
    }

    /// Places of a recorded GET, in its order.
    static func places(_ name: String) -> [RoadPlace] {
        let words = bytes("\(name).request.txt").map { String(decoding: $0, as: UTF8.self) } ?? ""
        let path = words.split(separator: "?")[0].split(separator: "/").last ?? ""
        return path.split(separator: ";").compactMap { text in
            let numbers = text.split(separator: ",").compactMap {
                Double($0.trimmingCharacters(in: .whitespacesAndNewlines))
            }
            guard numbers.count == 2 else { return nil }
            return RoadPlace(
                latitude: Int32((numbers[1] * 1e6).rounded()), longitude: Int32((numbers[0] * 1e6).rounded()))
        }
    }
}
