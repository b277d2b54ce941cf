import Testing

@testable import Intake

@Suite struct TextDecodingTests {
    private func read(_ bytes: [UInt8]) -> (text: String, isUTF8: Bool) { bytes.withUnsafeBufferPointer(decoded) }

    @Test func `text that is not UTF-8 is Windows-1252`() {
        #expect(read([0x4B, 0xE4, 0x73, 0x65]) == ("Käse", false))
        #expect(read([0x80, 0x96, 0x81]) == ("€–\u{FFFD}", false))
        #expect(read(Array("Käse €".utf8)) == ("Käse €", true))
        #expect(read([]) == ("", true))
    }
}
