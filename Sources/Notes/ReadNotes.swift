package import Diagnostics
import Foundation
import Quantities

/// Reads every Markdown file (`.md`) in the folder and those below it, in order of path.
///
/// A note with an error in its front matter or text is left out and its problem listed; a warning keeps the note.
/// Hidden files are skipped; other files are listed as a note. Links to elsewhere in the file system are not followed.
///
/// - Throws: when the folder is missing or can't be read.
package func readNotes(folder: String) throws(ProblemError) -> (notes: [Note], problems: [Problem]) {
    var isFolder = ObjCBool(false)
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
        throw ProblemError(
            "notes.no-folder", "There is no notes folder '\(folder)'", at: ProblemPlace(file: folder),
            hint: "make the folder, or name another one in the site's config")
    }
    var notes: [Note] = []
    var problems: [Problem] = []
    for path in try paths(below: folder) {
        guard path.lowercased().hasSuffix(".md") else {
            problems.append(
                Problem(
                    .note, "notes.other-file", "'\(path)' is no Markdown file and is not read",
                    at: ProblemPlace(file: path), hint: "name it with the ending .md if it is a note"))
            continue
        }
        var found: [Problem] = []
        let note = readNote(path, in: folder, &found)
        if let note, !found.contains(where: { $0.severity == .error }) { notes.append(note) }
        problems += found
    }
    return (notes, problems)
}

private func readNote(_ path: String, in folder: String, _ problems: inout [Problem]) -> Note? {
    let url = URL(fileURLWithPath: folder).appendingPathComponent(path)
    let values = try? url.resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
    func refuse(_ kind: String, _ message: String, _ hint: String) -> Note? {
        problems.append(Problem(.error, kind, message, at: ProblemPlace(file: path), hint: hint))
        return nil
    }
    guard values?.isRegularFile == true else {
        return refuse("notes.unreadable", "'\(path)' is no regular file", "put the note itself into the folder")
    }
    guard (values?.fileSize ?? 0) <= NoteBounds.bytes else {
        return refuse(
            "notes.too-large", "'\(path)' is larger than \(NoteBounds.bytes / 1_000_000) MB",
            "split it into several notes")
    }
    guard let data = try? Data(contentsOf: url) else {
        return refuse("notes.unreadable", "'\(path)' can't be read", "check the file's permissions")
    }
    guard var text = String(validating: data, as: UTF8.self) else {
        return refuse("notes.encoding", "'\(path)' is not UTF-8 text", "save the file as UTF-8")
    }
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    return note(text, file: path, problems: &problems)
}

/// A note from the text of its file.
func note(_ text: String, file: String, problems: inout [Problem]) -> Note {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    let front = FrontMatter(lines, file: file, problems: &problems)
    let markdown = lines.dropFirst(front.lineCount).joined(separator: "\n")
    let rendered = renderNote(
        markdown, file: file, headingPrefix: "note-" + slug(for: file, id: file), lineOffset: front.lineCount)
    problems += rendered.problems
    return Note(
        file: file, title: front.values[.title] ?? heading(lines.dropFirst(front.lineCount)) ?? baseName(file),
        subject: front.subject, week: front.week, day: front.day, author: front.values[.author], body: rendered.body,
        plainSummary: rendered.plainSummary)
}

/// The first heading written with `#`, for a note without a title of its own.
private func heading(_ lines: ArraySlice<Substring>) -> String? {
    for line in lines where line.hasPrefix("#") {
        let text = line.drop { $0 == "#" }
        if text.first == " " { return text.trimmingCharacters(in: .whitespaces) }
    }
    return nil
}

private func baseName(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return String(name.dropLast(3))
}

private func paths(below folder: String) throws(ProblemError) -> [String] {
    do {
        var paths: [String] = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            if path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
            var isFolder = ObjCBool(false)
            if FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder), isFolder.boolValue {
                continue
            }
            paths.append(path)
        }
        return paths.sorted()
    } catch {
        throw ProblemError(
            "notes.unreadable", "The notes folder '\(folder)' can't be read", at: ProblemPlace(file: folder),
            hint: "check the folder's permissions")
    }
}
