/// One big figure with its meaning, its change and where the rows behind it are.
struct FigureCard: Sendable {
    var label: String
    var value: String
    /// Change as arrow and word, such as `▲ 4 more than last week`.
    var change: String?
    var status: Status
    /// An inline drawing, such as a sparkline.
    var spark: String?
    var href: String?

    init(
        label: String, value: String, change: String? = nil, status: Status = .neutral, spark: String? = nil,
        href: String? = nil
    ) {
        self.label = label
        self.value = value
        self.change = change
        self.status = status
        self.spark = spark
        self.href = href
    }

    /// What the partial `card` needs.
    var fields: PageFields {
        [
            "label": .text(label), "value": .text(value), "change": .text(ifAny: change),
            "status": .text(status.cssClass), "sparkMarkup": spark.map(PageValue.markup) ?? .nothing,
            "href": .text(ifAny: href),
        ]
    }
}
