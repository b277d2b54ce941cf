import Records

extension RecordID: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self.init(text) }
}
