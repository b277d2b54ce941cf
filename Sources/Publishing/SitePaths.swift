package import Diagnostics

/// What is wrong with the paths of a site, so that it can be written to any file system, copied to a stick that
/// Windows formatted, and never leaves its folder. Sorted; empty when all is well. O(total length).
package func pathProblems(_ paths: some Sequence<String>) -> [Problem] {
    var problems: [Problem] = []
    var filesByFold: [String: String] = [:]
    var foldersByFold: [String: String] = [:]
    for path in paths.sorted() {
        if let fault = fault(in: path) {
            problems.append(
                Problem(
                    .error, "site.path", "The site path '\(visible(path))' \(fault)",
                    at: ProblemPlace(file: visible(path)),
                    value: path, hint: "name the page with letters, digits and hyphens"))
            continue
        }
        let fold = path.lowercased()
        if let other = filesByFold.updateValue(path, forKey: fold) {
            problems.append(collision(path, other))
        }
        for end in path.indices where path[end] == "/" {
            let folder = String(path[..<end])
            if let other = foldersByFold.updateValue(folder, forKey: folder.lowercased()), other != folder {
                problems.append(collision(folder, other))
            }
        }
    }
    for (fold, folder) in foldersByFold {
        if let file = filesByFold[fold] { problems.append(collision(folder, file)) }
    }
    return problems.sorted(by: Problem.listingOrder)
}

private func collision(_ path: String, _ other: String) -> Problem {
    Problem(
        .error, "site.path-taken",
        path == other
            ? "The site path '\(path)' is made twice" : "The site paths '\(other)' and '\(path)' are one on some disks",
        at: ProblemPlace(file: path), value: path, hint: "give one of the two another name")
}

private func fault(in path: String) -> String? {
    if path.isEmpty { return "is empty" }
    if path.utf8.count > 240 { return "is longer than 240 bytes" }
    if path.hasPrefix("/") { return "is absolute" }
    if path.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) { return "holds a control character" }
    if path.contains(where: { "\\:*?\"<>|".contains($0) }) { return "holds a character that Windows forbids" }
    for segment in path.split(separator: "/", omittingEmptySubsequences: false) {
        if segment.isEmpty { return "has an empty segment" }
        if segment == ".." || segment == "." { return "has the segment '\(segment)'" }
        if segment.hasSuffix(".") || segment.hasSuffix(" ") { return "has a segment that ends in a dot or space" }
        if reservedOnWindows.contains(segment.prefix { $0 != "." }.lowercased()) {
            return "has the segment '\(segment)', a device on Windows"
        }
    }
    return nil
}

private let reservedOnWindows: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })

/// The path with control characters shown, for messages.
private func visible(_ path: String) -> String {
    path.unicodeScalars.reduce(into: "") { text, scalar in
        text += scalar.value < 32 || scalar.value == 127 ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }
}
