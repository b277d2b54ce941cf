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
    /// Searches for the week's routes: that many steps of ruin and recreate, and a polish. `stream` names the
    /// random numbers, so that each rep and week has its own.
    func searched(steps: Int, stream: String) -> WeekOrders {
        var routes = routes(problem.searched(steps: steps, stream: stream))
        let isProven = polish(&routes, problem)
        return WeekOrders(routes: routes, isProven: isProven)
    }

    /// Goes on from orders that keep their days.
    func improved(_ orders: [[Int]], steps: Int, stream: String) -> WeekOrders {
        WeekOrders(
            routes: routes(problem.searched(from: orders, steps: steps, stream: stream)),
            isProven: orders.map { _ in false })
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
