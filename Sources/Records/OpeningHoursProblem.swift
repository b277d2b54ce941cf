/// Why a text is not understood as opening hours.
package struct OpeningHoursProblem: Error, Hashable, Sendable {
    /// A clause such as `'sunset' depends on the sun`.
    package var reason: String
    /// 1-based, in Unicode scalars: where understanding ended.
    package var position: Int

    package init(reason: String, position: Int) {
        self.reason = reason
        self.position = position
    }
}
