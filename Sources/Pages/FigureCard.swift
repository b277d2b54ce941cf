/// One big figure with its meaning, its change and where the rows behind it are.
package struct FigureCard: Sendable {
    package var label: String
    package var value: String
    /// Change as arrow and word, such as `▲ 4 more than last week`.
    package var change: String?
    package var status: Status
    /// An inline drawing, such as a sparkline.
    package var spark: String?
    package var href: String?

    package init(
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
    package var fields: PageFields {
        [
            "label": .text(label), "value": .text(value), "change": .text(ifAny: change),
            "status": .text(status.cssClass), "sparkMarkup": spark.map(PageValue.markup) ?? .nothing,
            "href": .text(ifAny: href),
        ]
    }
}
