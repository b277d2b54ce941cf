/// The drives between ids that plans were made with, as a CSV file beside the data page.
package func roadDrivesFile(_ rows: [[String]]) -> CompanionFile {
    CompanionFile(
        path: SitePaths.data.sibling("road-drives.csv"), text: csvText([["from", "to", "seconds", "metres"]] + rows))
}
