package import Diagnostics
import Mustache
package import Pages

extension TemplateFolder {
    /// The page's HTML. Throws when the template is missing or uses a name that the page does not give.
    ///
    /// A name inside a section is only asked for when the section has something to show, so a mistyped name shows up on
    /// the first page that uses it.
    package func render(_ page: Page) throws(ProblemError) -> String {
        let unknown = UnknownNames()
        let root = TemplateObject(fields: page.fields.values, unknownNames: unknown)
        guard let html = library.render(root, withTemplate: page.template) else {
            throw ProblemError(
                "template.missing", "there is no template '\(page.template)' for \(page.path)",
                hint: nearMiss(of: page.template, in: sources.keys.sorted()).map { "did you mean '\($0)'?" })
        }
        guard unknown.names.isEmpty else {
            let known = knownNames(of: page.fields)
            throw ProblemError(
                unknown.names.sorted().map { name in
                    Problem(
                        .error, "template.unknown-name", "'\(name)' is not something that \(page.path) shows",
                        at: place(ofTag: name, startingIn: page.template), value: "{{\(name)}}",
                        hint: nearMiss(of: name, in: known).map { "did you mean '\($0)'?" })
                })
        }
        return html
    }

    private func knownNames(of fields: PageFields) -> [String] {
        var names: Set<String> = []
        func collect(_ value: PageValue) {
            switch value {
            case .fields(let fields):
                for (name, value) in fields.values {
                    names.insert(name)
                    collect(value)
                }
            case .list(let values): values.forEach(collect)
            default: break
            }
        }
        collect(.fields(fields))
        return names.sorted()
    }
}
