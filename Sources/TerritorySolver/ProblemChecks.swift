import Diagnostics
import Geo

extension DistrictProblem {
    /// What makes the problem one without an answer; points, weights and districts are named by their places from 1.
    func check() throws(ProblemError) {
        if points.isEmpty {
            throw ProblemError(
                "districts.no-points", "There are no points to divide", hint: "give at least one point with a place")
        }
        if shares.isEmpty {
            throw ProblemError(
                "districts.no-districts", "There are no districts to divide into", hint: "ask for at least one")
        }
        try checkCounts()
        if let index = points.firstIndex(where: { !$0.isFinite || abs($0.x) > 1e100 || abs($0.y) > 1e100 }) {
            throw ProblemError(
                "districts.place", "Point \(index + 1) has no usable place", hint: "leave it out or place it")
        }
        if let index = weights.firstIndex(where: { !($0 > 0) || $0 > 1e100 || $0 < 1e-100 }) {
            throw ProblemError(
                "districts.weight", "Weight \(index + 1) is \(weights[index]), but weights are above 0",
                hint: "leave the point out or give it a weight")
        }
        if let index = shares.firstIndex(where: { !($0 >= 0) || $0 > 1e100 }) {
            throw ProblemError(
                "districts.share", "Share \(index + 1) is \(shares[index]), but shares are 0 or more",
                hint: "correct the share of this district")
        }
        if !shares.contains(where: { $0 > 1e-100 }) {
            throw ProblemError("districts.share", "No district has a share above 0", hint: "give one of them a share")
        }
        if !(tolerance >= 0) {
            throw ProblemError(
                "districts.tolerance", "The tolerance is \(tolerance), but it is 0 or more", hint: "try 0.01")
        }
        if let index = locked.firstIndex(where: { $0.map { !shares.indices.contains($0) } ?? false }) {
            throw ProblemError(
                "districts.lock", "Point \(index + 1) is bound to a district that does not exist",
                hint: "remove the lock or name one of the \(shares.count) districts")
        }
    }

    private func checkCounts() throws(ProblemError) {
        if weights.count != points.count {
            throw ProblemError(
                "districts.weight", "\(points.count) points have \(weights.count) weights",
                hint: "give one for each point")
        }
        if !locked.isEmpty, locked.count != points.count {
            throw ProblemError(
                "districts.lock", "\(points.count) points have \(locked.count) locks",
                hint: "give one for each point, or none")
        }
        guard let centres else {
            if !centresAreFixed { return }
            throw ProblemError(
                "districts.centre", "Fixed centres are asked for but not given", hint: "give one for each district")
        }
        if centres.count != shares.count {
            throw ProblemError(
                "districts.centre", "\(shares.count) districts have \(centres.count) centres",
                hint: "give one for each district, or none")
        }
        if let index = centres.firstIndex(where: { !$0.isFinite || abs($0.x) > 1e100 || abs($0.y) > 1e100 }) {
            throw ProblemError("districts.centre", "Centre \(index + 1) has no usable place", hint: "place it")
        }
    }
}
