import Quantities
import Testing

@Suite struct SlugTests {
    @Test(arguments: [
        ("Ana Lima", "ana-lima"), ("Čačić & Sons, Ltd.", "cacic-sons-ltd"), ("Müller GmbH", "mueller-gmbh"),
        ("O'Brien's", "obriens"), ("../../etc/passwd", "etc-passwd"), ("CON", "con-x"), ("lpt1", "lpt1-x"),
        ("Łódź Straße", "lodz-strasse"), ("東京", "c-17"), ("…", "c-17"), ("<script>", "script"),
        ("I\u{307}stanbul", "istanbul"),
    ])
    func `a name becomes a safe path segment`(name: String, expected: String) {
        #expect(slug(for: name, id: "C 17") == expected)
    }

    @Test func `a name and an id without a usable letter still have a slug`() {
        #expect(slug(for: "東京", id: "日本").hasPrefix("x"))
        #expect(slug(for: "東京", id: "日本") != slug(for: "東京", id: "中国"))
    }

    @Test func `a long name is cut at a word, within 60 letters`() {
        let long = slug(for: String(repeating: "seventeen ", count: 1000), id: "1")
        #expect(long.count <= 60 && long.hasSuffix("seventeen"))
        #expect(slug(for: String(repeating: "x", count: 10_000), id: "1").count == 60)
    }

    @Test func `equal names get numbers in order of id, whatever the order given`() {
        let named = [
            (id: "c", name: "Acme"), (id: "a", name: "ACME"), (id: "b", name: "Acme 2"), (id: "d", name: "acme"),
        ]
        let slugs = uniqueSlugs(named)
        #expect(slugs == ["a": "acme", "b": "acme-2", "c": "acme-3", "d": "acme-4"])
        #expect(uniqueSlugs(named.reversed()) == slugs)
    }

    @Test func `a numbered slug stays within 60 letters`() {
        let name = String(repeating: "x", count: 80)
        let slugs = uniqueSlugs((0..<12).map { (id: "\($0)", name: name) })
        #expect(Set(slugs.values).count == 12 && slugs.values.allSatisfy { $0.count <= 60 })
    }
}
