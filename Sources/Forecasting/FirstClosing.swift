import Quantities

/// The day from which a company's closings are known: the first of three that lie within 31 days, else the first of all.
/// One closing long before the others is a mistyped date more often than the begin of a record. Nil without any.
/// O(n log n).
func firstUsualClosing(_ days: [Day]) -> Day? {
    let sorted = days.sorted()
    return zip(sorted, sorted.dropFirst(2)).first { $1 - $0 < 31 }?.0 ?? sorted.first
}
