/// The drives between ids that plans were made with, as a CSV file beside the data page.
package func roadDrivesFile(_ rows: [[String]]) -> CompanionFile {
    CompanionFile(
        path: SitePaths.data.sibling(roadDrivesName), text: csvText([["from", "to", "seconds", "metres"]] + rows))
}

/// Beside the data page.
let roadDrivesName = "road-drives.csv"
