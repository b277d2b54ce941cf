import Records
import Testing

@testable import Pages

@Suite struct SearchIndexTests {
    @Test(arguments: [
        ("a\"b\\c", "\"a\\\"b\\\\c\""), ("</script><!--", "\"\\u003c/script\\u003e\\u003c!--\""),
        ("line\nbreak\u{2028}", "\"line\\u000abreak\\u2028\""), ("Café عربي", "\"Café عربي\""),
    ])
    func `a name can't end its string, its line or its script`(name: String, literal: String) {
        #expect(scriptString(name) == literal)
    }

    @Test func `the index names each customer with town and page`() {
        let output = smallMaterial().customersPage()
        let index = output.files.first { $0.path == SitePath("assets/search-index.js") }
        #expect(
            index?.text.hasPrefix(
                "window.fieldbookCustomers=[\n[\"Bar Adler\",\"Bozen\",\"customers/bar-adler/index.html\"],") == true)
        #expect(index?.text.hasSuffix("\n];\n") == true)
    }
}
