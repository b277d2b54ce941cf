package import Records

/// Two customers that may be one, with the evidence.
package struct DuplicatePair: Sendable, Hashable {
    package var first: RecordID<Customer>
    package var second: RecordID<Customer>
    /// 0...1.
    package var score: Double
    /// In words, such as `same telephone`.
    package var evidence: [String]

    package init(first: RecordID<Customer>, second: RecordID<Customer>, score: Double, evidence: [String]) {
        self.first = first
        self.second = second
        self.score = score
        self.evidence = evidence
    }
}
