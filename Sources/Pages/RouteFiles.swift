import Geo
import Quantities
import Records
import Routes

extension SiteMaterial {
    /// Opens the phone's navigation to a customer.
    func navigationLink(to customer: Customer) -> String {
        customer.place.map { "https://www.google.com/maps/dir/?api=1&destination=\(pair($0))&travelmode=driving" }
            ?? "#"
    }

    func appleLink(to customer: Customer) -> String {
        customer.place.map { "https://maps.apple.com/?daddr=\(pair($0))&dirflg=d" } ?? "#"
    }

    func geoLink(to customer: Customer) -> String {
        customer.place.map { "geo:\(pair($0))?q=\(pair($0))" } ?? "#"
    }

    private func pair(_ point: GeoPoint) -> String {
        "\(degrees(point.latitude)),\(degrees(point.longitude))"
    }

    /// Five decimals: about one metre.
    private func degrees(_ value: Double) -> String {
        let scaled = Int((abs(value) * 100_000).rounded())
        let fraction = String(scaled % 100_000)
        let zeros = String(repeating: "0", count: 5 - fraction.count)
        return "\(value < 0 && scaled > 0 ? "-" : "")\(scaled / 100_000).\(zeros)\(fraction)"
    }

    func routeFiles(_ plan: RoutePlan, rep: Rep, beside page: SitePath) -> [(CompanionFile, String)] { [] }
    func routeLinks(_ day: RouteDay, rep: Rep) -> [PageFields] { [] }
}
