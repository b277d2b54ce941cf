import Config
package import Diagnostics
import Pages
import Publishing
import Rendering
import Routes
import Store

/// The whole way from the store to the site, as in the diagram: store → book → analyses → pages → files → site.
///
/// `announce` is told each step's name before it starts. The same order over the same store, notes, templates,
/// assets and answers of a road engine gives the same bytes, with any number of threads. An engine is only asked where
/// the config names one and the order has a `fetchDay`, and only for what is not yet in the file of its answers.
/// - Throws: problems of the store, the templates, the links, the output folder. The old site then stands as it was.
package func buildSite(
    _ order: BuildOrder, announce: @Sendable (BuildStep) -> Void = { _ in }
) async throws(ProblemError) -> BuiltSite {
    announce(.read)
    let workspace = try readWorkspace(order)
    let book = try readBook(order)
    var roads = try RoadInquiry(order)

    announce(.analyse)
    let material = try await settledMaterial(book, workspace, order, roads: &roads)

    announce(.pages)
    let drafts = await concurrentMap(sitePages(material), threads: order.threads) { $0() }
        .reduce(into: PageOutput()) { $0 += $1 }

    announce(.render)
    let pages = try await render(drafts.pages, with: workspace.templates, threads: order.threads)
    var drives: [CompanionFile] = []
    if let roads, material.travel?.roads?.isAnswered == true {
        let needs = roadNeeds(book, workspace, roads.settings)
        drives.append(drivesFile(of: material, from: roads.knowledge(needs: needs)))
    }
    let files =
        pages + companions(drafts.files + drives) + workspace.assets + [
            themeFile(order.config.theme)
        ]

    announce(.publish)
    let manifest = inputs(of: order, workspace, book, roads: roads?.memory)
    let site = try publish(files, manifest: manifest, to: order.output, options: workspace.options)
    return BuiltSite(site: site, material: material)
}

/// The steps of a build, in order, for the progress shown on a terminal.
package enum BuildStep: String, CaseIterable, Sendable {
    case read = "Reading the store and the workspace"
    case analyse = "Planning routes, measuring territories, forecasting"
    case pages = "Making pages"
    case render = "Rendering"
    case publish = "Checking links and publishing"
}
