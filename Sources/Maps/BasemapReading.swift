package import Diagnostics
import Foundation
import Geo

/// Reads a GeoJSON file as one layer of the basemap.
///
/// Problems: `basemap.unreadable` when the file can't be read, `basemap.empty` when nothing in it can be drawn in that
/// role, and those of `readGeoJSON`.
package func readLayer(file: String, role: BasemapRole) throws(ProblemError) -> BasemapLayer {
    let data: Data
    do {
        data = try Data(contentsOf: URL(fileURLWithPath: file))
    } catch {
        throw ProblemError(
            "basemap.unreadable", "the basemap file '\(file)' can't be read",
            at: ProblemPlace(file: file),
            hint: "name an existing GeoJSON file in the config, or leave the layer out")
    }
    let layer = BasemapLayer(role: role, features: try readGeoJSON([UInt8](data), file: file))
    if layer.shapes.isEmpty, layer.places.isEmpty {
        throw ProblemError(
            "basemap.empty", "the basemap file has nothing that can be drawn as '\(role.rawValue)'",
            at: ProblemPlace(file: file), hint: "check the role, and the property 'class' of its features"
        )
    }
    return layer
}
