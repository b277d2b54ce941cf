import Archive
import Config
import Diagnostics
import Foundation
import Maps
import Notes
import Pages
import Publishing
import Quantities
import Rendering

/// Everything a build reads besides the store.
struct Workspace: Sendable {
    var templates: TemplateFolder
    /// Files of `assets/`, and the logo, under `assets/` of the site.
    var assets: [SiteFile]
    var notes: [Note]
    var basemap: [BasemapLayer]
    /// Driving times of the matrix file, where the config names one that can be used.
    var travelTable: TravelTable?
    /// What people have said about the plan in files.
    var planInputs: PlanInputs
    /// Customers that proposals leave alone.
    var territoryLocks: [TerritoryLock]
    /// Rates and calls.
    var forecastInputs: ForecastInputs
    var snapshots: [SnapshotRow]
    var options: PublishOptions
    /// What was wrong and did not stop the build.
    var problems: [Problem]
    /// Hashes of all of it, for the manifest.
    var inputs: [Manifest.Entry]
}

/// Templates and assets must be there; a note, a map layer, a file of the plan, of locks, rates or calls that can't be read
/// is a problem on the data page.
func readWorkspace(_ order: BuildOrder) throws(ProblemError) -> Workspace {
    let paths = order.config.paths
    var problems = order.problems
    var inputs = [Manifest.Entry(path: "site-config.yml", contents: order.configBytes)]

    let templates = try TemplateFolder(folder: order.path(paths.templates))
    inputs += try entries(below: order.path(paths.templates), as: "templates")

    var basemap: [BasemapLayer] = []
    var assets: [SiteFile] = []
    for (name, bytes) in try files(below: order.path(paths.assets)) {
        inputs.append(Manifest.Entry(path: "assets/\(name)", contents: bytes))
        if name == worldFile, order.config.map.world {
            do {
                basemap.append(BasemapLayer(world: try readWorldBasemap(bytes, file: "\(paths.assets)/\(name)")))
            } catch {
                problems += error.problems
            }
        }
        // Sources of the basemap are inputs of the drawing, not files of the site.
        if name.hasSuffix(".css") || name.hasSuffix(".js") || name.hasSuffix(".svg") || name.hasSuffix(".png") {
            assets.append(SiteFile(path: "assets/\(name)", bytes: bytes))
        }
    }
    if let logo = order.config.theme.logo {
        do {
            let bytes = try Disk.read(order.path(logo))
            assets.append(SiteFile(path: "assets/" + logoName(logo), bytes: bytes))
            inputs.append(Manifest.Entry(path: logo, contents: bytes))
        } catch {
            throw ProblemError(
                "theme.logo", "the logo '\(logo)' can't be read", at: ProblemPlace(file: logo),
                hint: "name an SVG or PNG file relative to the config")
        }
    }

    var notes: [Note] = []
    let notesFolder = order.path(paths.notes)
    if Disk.kind(of: notesFolder, following: true) == .folder {
        let read = try readNotes(folder: notesFolder)
        notes = read.notes
        problems += read.problems
        inputs += try entries(below: notesFolder, as: "notes")
    }

    for layer in order.config.map.layers {
        guard let role = BasemapRole(rawValue: layer.role) else { continue }
        do {
            basemap.append(try readLayer(file: order.path(layer.file), role: role))
            inputs.append(Manifest.Entry(path: layer.file, contents: try Disk.read(order.path(layer.file))))
        } catch {
            problems += error.problems
        }
    }

    let plan = readPlanInputs(order.config.planning, folder: order.workspace)
    problems += plan.problems
    inputs += plan.files.map { Manifest.Entry(path: $0.path, contents: $0.bytes) }

    let locks = readTerritoryLocks(order.config.territories, folder: order.workspace)
    problems += locks.problems
    inputs += locks.files.map { Manifest.Entry(path: $0.path, contents: $0.bytes) }

    let forecastInputs = readForecastInputs(order.config, folder: order.workspace)
    problems += forecastInputs.problems
    inputs += forecastInputs.files.map { Manifest.Entry(path: $0.path, contents: $0.bytes) }

    var travelTable: TravelTable?
    if let matrix = order.config.travel.matrix {
        let read = readTravelTable(path: order.path(matrix), name: matrix)
        travelTable = read.table
        problems += read.problems
        if let bytes = try? Disk.read(order.path(matrix)) {
            inputs.append(Manifest.Entry(path: matrix, contents: bytes))
        }
    }

    let archive = try listSnapshots(in: order.path(paths.archive))
    problems += archive.problems
    let toArchive = relativePath(from: order.output, to: order.path(paths.archive))
    var options = PublishOptions()
    let snapshots = archive.snapshots.map { snapshot in
        let href = "\(toArchive)/\(snapshot.week.iso)/index.html"
        options.reachableOutside.insert(href)
        return SnapshotRow(
            week: snapshot.week, asOf: snapshot.asOf, files: snapshot.files, bytes: snapshot.bytes,
            fingerprint: snapshot.manifestHash, href: href)
    }
    inputs += snapshots.map {
        Manifest.Entry(path: "archive/\($0.week.iso)/manifest.json", bytes: $0.bytes, sha256: $0.fingerprint)
    }
    return Workspace(
        templates: templates, assets: assets, notes: notes, basemap: basemap, travelTable: travelTable,
        planInputs: plan.inputs, territoryLocks: locks.locks, forecastInputs: forecastInputs,
        snapshots: snapshots, options: options,
        problems: problems.sorted(by: Problem.listingOrder), inputs: inputs)
}

/// The basemap of the world among the assets.
let worldFile = "maps/world.basemap"

/// Names (relative, sorted) and contents of the regular files below a folder; hidden ones are left out.
private func files(below folder: String) throws(ProblemError) -> [(String, [UInt8])] {
    var files: [(String, [UInt8])] = []
    // A folder that is itself a link would be listed as empty.
    let resolved = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: resolved)) ?? []
    for name in names.sorted() where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
        let path = folder + "/" + name
        if Disk.kind(of: path, following: true) == .file { files.append((name, try Disk.read(path))) }
    }
    return files
}

private func entries(below folder: String, as name: String) throws(ProblemError) -> [Manifest.Entry] {
    try files(below: folder).map { Manifest.Entry(path: "\(name)/\($0.0)", contents: $0.1) }
}

/// `../archive` for the site `work/public` and the folder `work/archive`.
func relativePath(from folder: String, to target: String) -> String {
    let here = absolute(folder).split(separator: "/")
    let there = absolute(target).split(separator: "/")
    let shared = zip(here, there).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: here.count - shared) + there.dropFirst(shared).map(String.init))
        .joined(separator: "/")
}

private func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
}
