package import Diagnostics
import Foundation

/// The plan's files as they were found, with everything that is wrong with them.
package struct ReadPlanInputs: Sendable {
    package var inputs = PlanInputs()
    package var problems: [Problem] = []
    /// Path as in the config, and bytes, of each file that was read.
    package var files: [(path: String, bytes: [UInt8])] = []
    /// Errors by the file that they are about.
    package var errors: [PlanFile.Kind: [Problem]] = [:]
}

/// Reads the three files of the workspace that bend a plan, those that there are. `folder` is the one of the config, empty
/// for the current one.
///
/// A file that the config names has to be there. A file that can't be read is a problem and counts as empty. Kinds besides
/// those of the readers: `plan-files.missing`, `plan-files.unreadable`, `plan-files.too-big`, `plan-files.not-utf8`.
package func readPlanInputs(_ planning: PlanningSettings, folder: String) -> ReadPlanInputs {
    var read = ReadPlanInputs()
    for file in planning.planFiles {
        let before = read.problems.count
        defer { read.errors[file.kind] = read.problems[before...].filter { $0.severity == .error } }
        guard let bytes = bytes(of: file, folder, &read.problems) else { continue }
        read.files.append((file.path, bytes))
        guard let text = text(bytes, file, &read.problems) else { continue }
        switch file.kind {
        case .changes:
            let (changes, problems) = readPlanChanges(text, file: file.path)
            read.inputs.changes = changes
            read.problems += problems
        case .daysOff:
            let (daysOff, problems) = readDaysOff(text, file: file.path)
            read.inputs.daysOff = daysOff
            read.problems += problems
        case .published:
            let (plan, problems) = PublishedPlan.read(text, file: file.path)
            read.inputs.published = plan
            read.problems += problems
        }
    }
    return read
}

/// Nil where there is nothing to read; what is missing though it is named, or is no readable file, is a problem.
private func bytes(of file: PlanFile, _ folder: String, _ problems: inout [Problem]) -> [UInt8]? {
    let path = file.path.hasPrefix("/") || folder.isEmpty ? file.path : folder + "/" + file.path
    func report(_ rule: String, _ message: String, hint: String) -> [UInt8]? {
        problems.append(
            Problem(.error, "plan-files.\(rule)", message, at: ProblemPlace(file: file.path), hint: hint))
        return nil
    }
    // Reading a pipe would wait for ever.
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let kind = (try? FileManager.default.attributesOfItem(atPath: resolved))?[.type] as? FileAttributeType
    guard let kind else {
        guard file.isNamed else { return nil }
        if file.kind == .published {
            // Before the first publication it is not there yet.
            problems.append(
                Problem(
                    .warning, "plan-files.missing", "nothing is published yet: '\(file.path)' does not exist",
                    at: ProblemPlace(file: file.path), hint: "'fieldbook routes publish' writes it"))
            return nil
        }
        return report(
            "missing", "'\(file.path)' of 'planning: \(file.kind.setting)' does not exist",
            hint: "make the file, or take the setting out")
    }
    guard kind == .typeRegular, let handle = FileHandle(forReadingAtPath: resolved) else {
        return report(
            "unreadable", "'\(file.path)' can't be read", hint: "check that it is a file, and its permissions")
    }
    let most = file.kind == .published ? 32_000_000 : 1_000_000
    // A file without a byte reads as nil.
    let data = (try? handle.read(upToCount: most + 1)) ?? Data()
    guard data.count <= most else {
        return report(
            "too-big", "'\(file.path)' has more than \(most / 1_000_000) MB", hint: "check that it is the file you mean"
        )
    }
    return [UInt8](data)
}

private func text(_ bytes: [UInt8], _ file: PlanFile, _ problems: inout [Problem]) -> String? {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let good = String(decoding: bytes, as: UTF8.self).prefix { $0 != "\u{FFFD}" }
    problems.append(
        Problem(
            .error, "plan-files.not-utf8", "'\(file.path)' is not UTF-8",
            at: ProblemPlace(file: file.path, line: good.count { $0.isNewline } + 1),
            hint: "save it with the encoding UTF-8"))
    return nil
}
