/// How long things stay: the share that is still there after so many days, as a falling staircase.
package struct SurvivalCurve: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        /// In days; ascending.
        package var at: Double
        /// Still there from then on, 0...1.
        package var share: Double

        package init(at: Double, share: Double) {
            self.at = at
            self.share = share
        }
    }

    package var label: String
    /// Beside the label, softly: how many were watched.
    package var note: String
    /// Without the start, where all are there.
    package var steps: [Step]
    /// When some were last seen, still there: small ticks on the curve.
    package var censored: [Double]
    /// After so many days half had left; nil where more than half never did.
    package var median: Double?
    /// At the median, such as `half left within 14 days`.
    package var medianText: String
    package var isMarked: Bool

    package init(
        label: String, note: String = "", steps: [Step], censored: [Double] = [], median: Double? = nil,
        medianText: String = "", isMarked: Bool = false
    ) {
        self.label = label
        self.note = note
        self.steps = steps
        self.censored = censored
        self.median = median
        self.medianText = medianText
        self.isMarked = isMarked
    }

    /// The share still there at a time.
    func share(at time: Double) -> Double { steps.last { $0.at <= time }?.share ?? 1 }
}
