/// Where a road engine listens, and how patient we are with it.
package struct RoadServer: Sendable, Hashable {
    /// Without a slash at its end, such as `http://127.0.0.1:5000`.
    package var address: String
    /// Without a byte from the server; 1 or more. A whole answer may take six times as long.
    package var timeoutSeconds: Int
    /// An answer of more bytes is cut off; a table of 100 × 100 drives takes about 150 kB, a long line 1 MB.
    package var maxBytes = 8 << 20
    package init(address: String, timeoutSeconds: Int) {
        self.address = address
        self.timeoutSeconds = timeoutSeconds
    }
}
