import Testing

@testable import Intake

@Suite struct NumberReadingTests {
    @Test(arguments: [
        ("1234.5", "1234.5"), ("1,234.50", "1234.50"), ("1.234,50", "1234.50"), ("1'234.50", "1234.50"),
        ("1 234,50", "1234.50"), ("€ 12", "12"), ("CHF -3.20", "-3.20"), ("12 EUR", "12"), ("1,234", "1234"),
        ("1,23", "1.23"), (".5", ".5"), ("1.234.567", "1234567"), ("\u{2212}7", "-7"), ("+5", "5"),
    ])
    func `numbers come in many forms`(text: String, plain: String) {
        #expect(plainNumber(text) == plain)
    }

    @Test(arguments: [("1.5E7", "15000000"), ("4.71839632e1", "47.1839632"), ("25E-3", "0.025"), ("1.999E0", "1.999")])
    func `an exponent moves the point exactly`(text: String, plain: String) {
        #expect(plainNumber(text) == plain)
    }

    @Test(arguments: [
        "", "abc", "1e400", "1e-400", "--5", "12.34.56", "1,23,456.00", "Room 12", "3 of 4", "1e2e3", "٣", "-",
        "NaN",
        "12-", "1.234,567.89",
    ])
    func `what is no number, or two, is none`(text: String) {
        #expect(plainNumber(text) == nil)
    }

    @Test func `a number of ten thousand digits is none`() {
        #expect(plainNumber(String(repeating: "9", count: 10_000)) == nil)
    }
}
