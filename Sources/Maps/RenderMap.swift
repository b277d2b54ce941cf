/// The map as an `<svg>` element for use inside HTML: no style, no script, classes and attributes only.
///
/// What moves with the earth is in the group `view`, what stays in its corner in the group `fixed`. The same drawing
/// gives the same bytes. Without anything to show it is an empty ground with its title.
package func renderMap(_ map: MapDrawing) -> String { MapPicture(map).svg }
