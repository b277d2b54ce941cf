import Diagnostics
import Publishing

/// `manifest.json.sha256` in a snapshot: the manifest's own hash, in the format of `sha256sum --check`, so that
/// every file of the snapshot is covered and a snapshot can be checked without Fieldbook.
enum Seal {
    static let fileName = Manifest.fileName + ".sha256"

    static func text(for manifest: [UInt8]) -> String { "\(contentHash(manifest))  \(Manifest.fileName)\n" }
}
