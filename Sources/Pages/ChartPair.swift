import Charts

/// A chart in two sizes, of which the style sheet shows the one that fits the screen: a wide chart shrunk to a phone
/// could not be read. `draw` is called with each head.
func chartPair(_ head: ChartHead, _ draw: (ChartHead) -> String) -> String {
    var narrow = head
    narrow.id = "\(head.id)-narrow"
    narrow.width = 356
    return "<div class=\"for-wide\">\(draw(head))</div><div class=\"for-narrow\">\(draw(narrow))</div>"
}
