import Quantities

// The one place where weeks meet the search.

/// A week's visits in their order, by day.
struct WeekOrders {
    var routes: WeekRoutes
    /// For each day, whether no order of its visits drives less.
    var isProven: [Bool]

    func order(on day: Int) -> [Int] { Array(routes.visits(on: day)) }
}

extension WeekProblem {
    /// Searches for the week's routes: a construction, that many steps of improvement and a polish. `stream` names the
    /// random numbers, so that each rep and week has its own.
    func searched(steps: Int, stream: String) -> WeekOrders {
        var search = RuinAndRecreate(
            problem, from: constructedRoutes(problem), random: SeededRandom(seed: 0, stream: stream))
        var routes = search.improved(steps: steps)
        let isProven = polish(&routes, problem)
        return WeekOrders(routes: routes, isProven: isProven)
    }

    /// Goes on from orders that keep their days.
    func improved(_ orders: [[Int]], steps: Int, stream: String) -> WeekOrders {
        var search = RuinAndRecreate(
            problem, from: routes(orders), random: SeededRandom(seed: 0, stream: stream))
        return WeekOrders(routes: search.improved(steps: steps), isProven: orders.map { _ in false })
    }

    /// Orders as they are.
    func kept(_ orders: [[Int]]) -> WeekOrders {
        WeekOrders(
            routes: routes(orders),
            isProven: orders.indices.map { day in
                let exact = exactOrder(orders[day], on: day, problem)
                return exact.order == nil && exact.isProven
            })
    }

    private func routes(_ orders: [[Int]]) -> WeekRoutes {
        var routes = WeekRoutes(problem)
        for (day, order) in orders.enumerated() {
            for (position, node) in order.enumerated() { routes.insert(node, on: day, after: position, problem) }
        }
        return routes
    }
}
