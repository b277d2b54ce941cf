private import Geo

/// Pairs of customers that may be one, by the smaller and then the larger id.
///
/// Only customers that share a name, a telephone number, a website or a patch of about 50 m are compared, and in a
/// group of more than 40 (a chain, a shopping street) only neighbours in the order of their places, so the work is
/// O(n log n). The result does not depend on the order of the customers.
package func duplicateCustomers(among customers: [Customer]) -> [CustomerMatch] {
    let traits = customers.map(CustomerTraits.init).sorted { $0.id < $1.id }
    var pairs: Set<IndexPair> = []
    for group in groups(of: traits) {
        // Ids break ties: the group must come out in one order only.
        let members = group.sorted { (placeKey(traits[$0]), $0) < (placeKey(traits[$1]), $1) }
        let reach = members.count <= 40 ? members.count : 12
        for position in members.indices {
            for other in members[(position + 1)...].prefix(reach) where members[position] != other {
                pairs.insert(IndexPair(min(members[position], other), max(members[position], other)))
            }
        }
    }
    return
        pairs
        .compactMap { match(traits[$0.first], traits[$0.second]) }
        .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
}

private struct IndexPair: Hashable {
    var first: Int
    var second: Int

    init(_ first: Int, _ second: Int) {
        self.first = first
        self.second = second
    }
}

private func placeKey(_ traits: CustomerTraits) -> Double {
    // West to east within strips of about 100 m from south to north; without a place last.
    guard let place = traits.place else { return .infinity }
    return ((place.latitude + 90) * 1000).rounded() * 1000 + place.longitude + 180
}

private func groups(of traits: [CustomerTraits]) -> [[Int]] {
    var byKey: [String: [Int]] = [:]
    for (index, each) in traits.enumerated() {
        if !each.name.isEmpty { byKey["name " + each.name.text, default: []].append(index) }
        if let phone = each.phone { byKey["phone " + phone, default: []].append(index) }
        if let website = each.website { byKey["website " + website, default: []].append(index) }
        // Each customer is in the four patches around its nearest corner, so that close neighbours always share one.
        if let place = each.place {
            let row = Int((place.latitude / 0.000_5).rounded())
            let column = Int((place.longitude / 0.000_5).rounded())
            for key in [(row, column), (row - 1, column), (row, column - 1), (row - 1, column - 1)] {
                byKey["patch \(key.0) \(key.1)", default: []].append(index)
            }
        }
    }
    return byKey.values.filter { $0.count > 1 }
}
