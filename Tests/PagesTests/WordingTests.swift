import Config
import Quantities
import Testing

@testable import Pages

@Suite struct WordingTests {
    private let material = smallMaterial()

    @Test func `a count that fell says fewer, one that rose says more, one that stayed says so`() {
        #expect(material.changeText(-21, than: "the week before") == "▼ 21 fewer than the week before")
        #expect(material.changeText(4, than: "the week before") == "▲ 4 more than the week before")
        #expect(material.changeText(0, than: "the week before") == "same as the week before")
    }

    @Test func `one thing is named in the singular`() {
        #expect(material.days(1) == "1\u{a0}day")
        #expect(material.days(2) == "2\u{a0}days")
    }

    @Test(arguments: [
        ("one two three", 7, "one two…"), ("one  two\nthree", 40, "one two three"), ("abcdefghij", 4, "abcd…"),
        ("", 9, ""),
    ])
    func `a line is cut at a word's end`(text: String, limit: Int, line: String) {
        #expect(oneLine(text, limit: limit) == line)
    }

    @Test func `a list reads as a sentence`() {
        #expect([String]().asSentence == "")
        #expect(["a"].asSentence == "a")
        #expect(["a", "b", "c"].asSentence == "a, b and c")
    }

    @Test(
        arguments: [
            ("+39 0471 12 34", "tel:+3904711234"), ("0471/12-34", "tel:04711234"), ("n/a", nil), ("12", nil),
            (String(repeating: "1", count: 30), nil),
        ] as [(String, String?)])
    func `a telephone link holds digits only`(number: String, link: String?) {
        #expect(telephoneLink(number) == link)
    }

    @Test(
        arguments: [
            ("https://example.org/a", "https://example.org/a"), ("example.org", "https://example.org"),
            ("javascript:alert(1)", nil), ("java\nscript:alert(1)", nil), ("data:text/html,x", nil), ("/etc", nil),
        ] as [(String, String?)])
    func `a website is a web address or nothing`(text: String, link: String?) {
        #expect(material.safeWebsite(text) == link)
    }

    @Test func `a mail link can't carry further fields`() {
        #expect(material.mailLink("a@b.org?bcc=x@y.org") == nil)
        #expect(material.mailLink("a?b@c.org") == "mailto:a%3Fb@c.org")
    }

    @Test func `a kind of problem is shown in words`() {
        #expect(problemKindName("customer.opening-hours") == "Customer: opening hours")
        #expect(problemKindName("note") == "Note")
    }
}
