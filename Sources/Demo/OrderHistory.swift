import Quantities
import Records

/// Orders in each customer's own rhythm: seasonal by trade, growing or shrinking, some gone quiet.
func makeOrders(world: DemoWorld) -> [Order] {
    var random = world.stream("orders")
    var orders: [Order] = []
    let timeline = world.timeline
    let span = Double(timeline.ending - timeline.start)
    for customer in world.customers where customer.sellsOrders {
        let gap = customer.trade.orderGap * random.between(0.75, 1.75)
        let until = min(customer.quietFrom ?? timeline.ending, timeline.ending)
        var day = customer.known + random.whole(0...Int(gap))
        while day <= until {
            let workday = timeline.workday(onOrAfter: day)
            guard workday <= until else { break }
            let progress = Double(workday - timeline.start) / span - 0.5
            let season = customer.trade.season[workday.parts.month - 1]
            let amount =
                customer.trade.order * (0.4 + 0.6 * customer.size) * season * (1 + customer.trend * progress)
                * random.between(0.6, 1.45)
            // Prices end on five cents.
            let cents = max(20, Int(amount * 20)) * 5
            orders.append(
                Order(
                    id: RecordID("demo:order-\(zeroPadded(orders.count + 1, 5))"), customerID: customer.record.id,
                    day: workday, amount: Money(minorUnits: cents, currency: .euro),
                    status: workday > timeline.ending - 4 ? "Activated" : "Completed"))
            day = day + max(4, Int(gap / max(0.6, season) * random.between(0.7, 1.3)))
        }
    }
    return orders
}
