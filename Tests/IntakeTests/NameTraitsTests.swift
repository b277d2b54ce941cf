import Testing

@testable import Intake

@Suite struct NameTraitsTests {
    @Test(arguments: [
        "<script>alert(1)</script>", "javascript:alert(1)", "{{ name }}", "../../secret", "=SUM(A1)",
        "x'; DROP TABLE a",
        "CON", "a\u{202E}b", String(repeating: "n", count: 121),
    ])
    func `an attack is told as one`(name: String) {
        #expect(hostileTrait(of: name)?.isAttack == true)
    }

    @Test(arguments: ["\u{05D0}\u{05D1}\u{05D2}", "The \"Old\" Mill"])
    func `what is only awkward is no attack`(name: String) {
        #expect(hostileTrait(of: name)?.isAttack == false)
    }

    @Test(arguments: ["Weingut Castellum", "O'Brien & Sons", "Käse-Huus", "Console AG", "A < B", "-"])
    func `usual names have no trait`(name: String) {
        #expect(hostileTrait(of: name) == nil)
    }

    @Test func `blanks are single and inside`() {
        #expect(withoutExtraSpaces("  a \u{a0} b\n") == "a b")
    }
}
