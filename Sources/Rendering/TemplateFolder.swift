package import Diagnostics
import Foundation
import Mustache

/// The templates of a workspace, parsed and checked, ready to render.
package struct TemplateFolder: Sendable {
    /// By name: the path below the folder without `.mustache`.
    let sources: [String: String]
    let library: MustacheLibrary
    private let folder: String

    /// Reads every `.mustache` file below the folder.
    ///
    /// Throws all problems at once: a folder that is not there, a file that is no UTF-8, a tag that does not parse, a
    /// partial that does not exist, a rule of `checkTags` that is broken.
    package init(folder: String) throws(ProblemError) {
        var sources: [String: String] = [:]
        var problems: [Problem] = []
        // A folder that is itself a link would be listed as empty.
        let resolved = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: resolved)) ?? []
        for name in names.sorted() where name.hasSuffix(".mustache") {
            let file = folder + "/" + name
            guard let data = FileManager.default.contents(atPath: file), let text = String(data: data, encoding: .utf8)
            else {
                problems.append(
                    Problem(
                        .error, "template.unreadable", "the template is not UTF-8 text",
                        at: ProblemPlace(file: file), hint: "save it as UTF-8"))
                continue
            }
            sources[String(name.dropLast(".mustache".count))] = text
        }
        if sources.isEmpty && problems.isEmpty {
            throw ProblemError(
                "template.none", "there are no templates in '\(folder)'",
                hint: "name the folder with the .mustache files under 'paths: templates:'")
        }
        try self.init(sources: sources, folder: folder, problems: problems)
    }

    package init(sources: [String: String], folder: String = "templates") throws(ProblemError) {
        try self.init(sources: sources, folder: folder, problems: [])
    }

    private init(sources: [String: String], folder: String, problems: [Problem]) throws(ProblemError) {
        self.sources = sources
        self.folder = folder
        var problems = problems
        var library = MustacheLibrary()
        for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
            let file = "\(folder)/\(name).mustache"
            problems += checkTags(of: source, file: file, templates: sources.keys)
            do {
                try library.register(plainTextPragma + source, named: name)
            } catch {
                problems.append(parseProblem(error, file: file))
            }
        }
        self.library = library
        if problems.contains(where: { $0.severity == .error }) {
            throw ProblemError(problems.sorted(by: Problem.listingOrder))
        }
    }

    /// Where a name is used as a tag: first in the named template, then in the others by name.
    func place(ofTag name: String, startingIn template: String) -> ProblemPlace {
        let order = [template] + sources.keys.sorted().filter { $0 != template }
        for candidate in order {
            for tag in TemplateTag.all(in: sources[candidate] ?? "") where tag.name == name && !tag.isPartial {
                return ProblemPlace(
                    file: "\(folder)/\(candidate).mustache", line: tag.line, column: tag.column, field: name,
                    sourceLine: tag.sourceLine)
            }
        }
        return ProblemPlace(file: "\(folder)/\(template).mustache", field: name)
    }
}

/// Tells the library not to escape: `templateValue` has escaped every text already, and looks for what needs it far
/// quicker. It stands on the template's first line, so that line numbers stay right.
private let plainTextPragma = "{{%CONTENT_TYPE:TEXT}}"

private func parseProblem(_ error: any Error, file: String) -> Problem {
    guard let error = error as? MustacheTemplate.ParserError else {
        return Problem(
            .error, "template.syntax", "the template could not be parsed: \(error)", at: ProblemPlace(file: file))
    }
    let rule: String
    switch error.error {
    case MustacheTemplate.Error.sectionCloseNameIncorrect:
        rule = "a section is closed under another name than it was opened"
    case MustacheTemplate.Error.expectedSectionEnd: rule = "a section is not closed"
    case MustacheTemplate.Error.unfinishedName: rule = "a tag is not finished"
    case MustacheTemplate.Error.textInsideInheritSection, MustacheTemplate.Error.illegalTokenInsideInheritSection:
        rule = "inside {{<layout}} only {{$blocks}} may stand"
    default: rule = "a tag is not well formed"
    }
    let line = String(error.context.line)
    let hasPragma = line.hasPrefix(plainTextPragma)
    let column = error.context.columnNumber - (hasPragma ? plainTextPragma.count : 0)
    return Problem(
        .error, "template.syntax", rule,
        at: ProblemPlace(
            file: file, line: error.context.lineNumber, column: max(1, column),
            sourceLine: hasPragma ? String(line.dropFirst(plainTextPragma.count)) : line),
        hint: "see the Mustache manual for the tag's form")
}
