/// The answer to one request: a file of the site or of a kept week, or a refusal in plain words. It only reads.
///
/// | asked for | answered |
/// |---|---|
/// | a file | the file |
/// | a folder, with a slash at the end | its `index.html`; never a list of files |
/// | a folder without the slash | a relative redirect to the same with it |
/// | anything that leads out of the folders, or is not there | 404 |
/// | another method than `GET` and `HEAD` | 405 |
/// | another host's name | 421, see `isOurHost` |
package func answer(to request: PageRequest, in roots: SiteRoots) -> PageAnswer {
    guard let host = request.host else { return PageAnswer(.malformed, "The request names no host.") }
    guard isOurHost(host) else {
        return PageAnswer(.foreignHost, "Fieldbook serves no host of that name. Open the address that it printed.")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
        return PageAnswer(
            .methodNotAllowed, "The site can only be read.", other: [.init(name: "Allow", value: "GET, HEAD")])
    }
    var answer = RequestPath(target: request.target).flatMap { page(at: $0, in: roots) } ?? notFound
    if request.method == "HEAD" { answer.body = [] }
    return answer
}

private let notFound = PageAnswer(.notFound, "There is no such page.")

private func page(at path: RequestPath, in roots: SiteRoots) -> PageAnswer? {
    let (root, names) = roots.place(path.names)
    let index = names + ["index.html"]
    if !path.isFolder, let name = names.last {
        switch entry(at: names, below: root) {
        case .file(let bytes): return PageAnswer(.ok, type: .named(name), body: bytes)
        case .missing: return nil
        case .folder:
            guard case .file = entry(at: index, below: root) else { return nil }
            let location = PageAnswer.Header(name: "Location", value: path.folderReference)
            return PageAnswer(.redirect, "The page is at \(path.folderReference)", other: [location])
        }
    }
    guard case .file(let bytes) = entry(at: index, below: root) else { return nil }
    return PageAnswer(.ok, type: .named("index.html"), body: bytes)
}
