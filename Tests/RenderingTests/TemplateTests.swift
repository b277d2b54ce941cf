import Diagnostics
import Pages
import Testing

@testable import Rendering

@Suite struct TemplateTests {
    private func render(_ sources: [String: String], _ fields: PageFields) throws -> String {
        try TemplateFolder(sources: sources).render(
            Page(path: SitePath("index.html"), template: "page", title: "Page", fields: fields))
    }

    private func problems(_ sources: [String: String], _ fields: PageFields = [:]) -> [Problem] {
        do {
            _ = try render(sources, fields)
            return []
        } catch {
            return (error as? ProblemError)?.problems ?? []
        }
    }

    @Test func `text is escaped and its braces are not tags`() throws {
        let html = try render(["page": "<p>{{name}}</p>"], ["name": "<b>{{other}}</b> & 'x' \"y\""])
        #expect(html == "<p>&lt;b&gt;{{other}}&lt;/b&gt; &amp; &#39;x&#39; &quot;y&quot;</p>")
    }

    @Test func `markup passes under its name only and text under a markup name is escaped`() throws {
        #expect(try render(["page": "{{{mapMarkup}}}"], ["mapMarkup": .markup("<svg/>")]) == "<svg/>")
        #expect(try render(["page": "{{{mapMarkup}}}"], ["mapMarkup": "<svg/>"]) == "&lt;svg/&gt;")
        #expect(try render(["page": "{{name}}"], ["name": .markup("<svg/>")]) == "")
    }

    @Test func `an unknown name is a problem with file, line, column and a near miss`() throws {
        let found = problems(["page": "<h1>{{title}}</h1>\n  <p>{{custmer}}</p>"], ["title": "T", "customer": "C"])
        #expect(found.map(\.kind) == ["template.unknown-name"])
        #expect(found.first?.place?.file == "templates/page.mustache")
        #expect(found.first?.place?.line == 2)
        #expect(found.first?.place?.column == 6)
        #expect(found.first?.hint == "did you mean 'customer'?")
    }

    @Test func `an unknown name inside rows and in a partial is found`() {
        let sources = ["page": "{{#rows}}{{>row}}{{/rows}}", "row": "<td>{{nmae}}</td>"]
        let found = problems(sources, ["rows": .list([["name": "A"]])])
        #expect(found.first?.place?.file == "templates/row.mustache")
        #expect(found.first?.hint == "did you mean 'name'?")
    }

    @Test func `empty text, nothing, false and empty lists close a section`() throws {
        let page = "{{#a}}A{{/a}}{{#b}}B{{/b}}{{#c}}C{{/c}}{{#d}}D{{/d}}{{^a}}none{{/a}}"
        #expect(try render(["page": page], ["a": "", "b": .nothing, "c": false, "d": .list([PageFields]())]) == "none")
    }

    @Test func `layouts are inherited`() throws {
        let sources = [
            "layout": "<html>{{$main}}empty{{/main}}</html>",
            "page": "{{<layout}}{{$main}}{{name}}{{/main}}{{/layout}}",
        ]
        #expect(try render(sources, ["name": "A"]) == "<html>A</html>")
    }

    @Test(arguments: [
        ("{{{name}}}", "template.raw-tag"), ("{{&name}}", "template.raw-tag"),
        ("{{noteMarkup}}", "template.escaped-markup"), ("{{>missing}}", "template.unknown-partial"),
        ("{{a.b}}", "template.dotted-name"), ("{{=<% %>=}}", "template.delimiters"),
        ("{{#open}}", "template.syntax"), ("{{#a}}{{/b}}", "template.syntax"),
    ])
    func `a template that breaks a rule is refused`(source: String, kind: String) {
        #expect(problems(["page": source]).map(\.kind).contains(kind))
    }

    @Test func `text is escaped once in layouts, blocks, partials and rows`() throws {
        let sources = [
            "layout": "{{$main}}{{/main}}|{{>row}}|{{name}}", "row": "{{name}}",
            "page": "{{<layout}}{{$main}}{{name}}{{#rows}}{{name}}{{>row}}{{/rows}}{{/main}}{{/layout}}",
        ]
        let html = try render(sources, ["name": "<", "rows": .list([["name": "&"]])])
        #expect(html == "&lt;&amp;&amp;|&lt;|&lt;")
    }
}
