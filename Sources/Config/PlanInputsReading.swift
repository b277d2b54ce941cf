package import Diagnostics

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
        let isPublication = file.kind == .published
        let found = WorkspaceFile(
            path: file.path, namedBy: file.isNamed ? "planning: \(file.kind.setting)" : nil, kind: "plan-files",
            mostBytes: isPublication ? 32_000_000 : 1_000_000)
        guard let bytes = bytes(of: found, isPublication: isPublication, folder, &read.problems) else { continue }
        read.files.append((file.path, bytes))
        guard let text = found.text(bytes, &read.problems) else { continue }
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
private func bytes(
    of file: WorkspaceFile, isPublication: Bool, _ folder: String, _ problems: inout [Problem]
) -> [UInt8]? {
    switch file.find(in: folder) {
    case .bytes(let bytes): return bytes
    case .nothing: break
    case .problem(let problem): problems.append(problem)
    case .missing where isPublication:
        // Before the first publication it is not there yet.
        problems.append(
            Problem(
                .warning, "plan-files.missing", "nothing is published yet: '\(file.path)' does not exist",
                at: ProblemPlace(file: file.path), hint: "'fieldbook routes publish' writes it"))
    case .missing: problems.append(file.missing)
    }
    return nil
}
