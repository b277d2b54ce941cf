extension DriveSource {
    /// For files and answers: `estimate`, `roads`, or `matrix file`.
    package var word: String {
        switch self {
        case .estimate: "estimate"
        case .roads: "roads"
        case .matrixFile: "matrix file"
        }
    }
}
