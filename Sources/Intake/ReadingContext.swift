import Config
import Quantities
import Records

/// What row functions need to know besides the row.
struct ReadingContext: Sendable {
    var source: String
    var idLength: Int?
    var words: [String: [String: String]]
    var zone: Zone
    /// Of times that come without one.
    var bareZone: Zone
    var currency: Currency
    var stages: [StageSetting]
    /// When the import is made.
    var at: Instant

    func id<Of>(_ text: String) -> RecordID<Of> {
        RecordID(source: source, sourceID: idLength.map { String(text.prefix($0)) } ?? text)
    }

    func stage(named text: String) -> StageSetting? {
        stages.first { $0.name == text } ?? stages.first { $0.name.lowercased() == text.lowercased() }
    }
}
