/// How many pieces too many the districts have: for each district that has points, the number of its parts that hang
/// together on the graph, less one; summed over all. 0 when every district is in one piece.
///
/// - Parameters:
///   - district: for each point its district; below 0 for points that belong to none, which count for nothing.
///   - graph: for each point its neighbours, such as `neighbourGraph` gives. O(points + edges).
package func contiguityBreaks(district: [Int], graph: [[Int]]) -> Int {
    let parts = districtParts(district: district, graph: graph)
    var districts: Set<Int> = []
    var partCount = 0
    for (index, part) in parts.enumerated() where part >= 0 {
        districts.insert(district[index])
        partCount = max(partCount, part + 1)
    }
    return partCount - districts.count
}

/// For each point the number of the part of its district that it belongs to; parts are numbered from 0 over all
/// districts in the order of their first points, −1 for points of no district.
package func districtParts(district: [Int], graph: [[Int]]) -> [Int] {
    var part = [Int](repeating: -1, count: district.count)
    var count = 0
    var open: [Int] = []
    for start in district.indices where district[start] >= 0 && part[start] < 0 {
        part[start] = count
        open.append(start)
        while let point = open.popLast() {
            for neighbour in graph[point] where part[neighbour] < 0 && district[neighbour] == district[start] {
                part[neighbour] = count
                open.append(neighbour)
            }
        }
        count += 1
    }
    return part
}
