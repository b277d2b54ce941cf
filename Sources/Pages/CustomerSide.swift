import Config
import Geo
import Maps
import Quantities
import Records

extension SiteMaterial {
    func facts(of customer: Customer, on path: SitePath) -> [PageFields] {
        var facts: [PageFields] = []
        func add(_ label: String, _ value: String?, href: String? = nil) {
            guard let value, !value.isEmpty else { return }
            facts.append(["label": .text(label), "value": .text(value), "href": .text(ifAny: href)])
        }
        add("Rep", customer.ownerID.map { repName($0) }, href: customer.ownerID.flatMap(paths.rep).map(path.link))
        add("Territory", handOverWords(customer))
        add("Industry", customer.industry)
        add("Employees", customer.employees.map(figures.integer))
        add("Priority", customer.priority.rawValue)
        add("Cadence", customer.cadenceDays.map { "every \(days($0))" })
        add("Visit", customer.visitMinutes.map { figures.duration(minutes: $0) })
        add("Open", openingText(customer))
        add("Telephone", customer.phone, href: telephoneLink(customer.phone))
        add("Customer since", customer.created.map { figures.day(book.zone.day(of: $0)) })
        add("Source", "\(customer.id.source), \(customer.id.sourceID)")
        return facts
    }

    private func openingText(_ customer: Customer) -> String? {
        guard let text = customer.openingHoursText, !text.isEmpty else { return nil }
        guard let hours = customer.openingHours else { return "“\(oneLine(text, limit: 60))” (not understood)" }
        let week = Weekday.allCases.map { day in
            "\(day.shortName) " + (hours[day].isEmpty ? "closed" : hours[day].map(\.text).joined(separator: ", "))
        }
        return week.joined(separator: "; ")
    }

    func placeProblem(_ precision: PlacePrecision) -> String {
        switch precision {
        case .nullIsland: "The coordinate is 0, 0: no place is known, so no visit can be planned."
        case .impossible: "The coordinate does not exist on earth, so no visit can be planned."
        default: "No coordinate is known, so no visit can be planned. Add one in the CRM."
        }
    }

    func customerMap(_ customer: Customer, on path: SitePath) -> String? {
        guard let place = customer.place else { return nil }
        let near = nearest(to: customer, count: 8)
        var pins = near.compactMap { pin(for: $0.customer, ink: .plain, on: path) }
        pins.append(
            MapPin(
                point: place, label: customerName(customer.id), caption: oneLine(customer.name, limit: 28),
                symbol: cadenceState(of: customer).symbol, size: 3, ink: .accent, card: card(of: customer)))
        return renderMapPair(
            MapDrawing(
                id: "place", title: "Where \(customerName(customer.id)) is",
                summary: "The customer and its nearest neighbours. The list below names them.", width: 360, height: 260,
                basemap: basemap, detail: .light, pins: pins, attribution: config.map.attribution ?? "",
                showsLegend: false, measures: mapMeasures, figures: figures))
    }

    func neighbours(of customer: Customer, on path: SitePath) -> [PageFields] {
        nearest(to: customer, count: 5).map { neighbour in
            let state = cadenceState(of: neighbour.customer)
            return [
                "name": .text(customerName(neighbour.customer.id)),
                "href": .text(link(to: neighbour.customer.id, from: path) ?? "#"),
                "distance": .text(figures.distance(Metres(Int(neighbour.metres.rounded())))),
                "state": .text(state.word), "status": .text(state.status.cssClass),
            ]
        }
    }

    /// Active customers by distance; the scan is linear, and a plane distance decides who is worth the exact one.
    private func nearest(to customer: Customer, count: Int) -> [(customer: Customer, metres: Double)] {
        guard let place = customer.place else { return [] }
        let squash = cosine(ofDegrees: place.latitude)
        var best: [(rough: Double, customer: Customer)] = []
        for other in book.customers where other.isActive && other.id != customer.id {
            guard let point = other.place else { continue }
            let north = point.latitude - place.latitude
            let east = (point.longitude - place.longitude) * squash
            let rough = north * north + east * east
            if best.count == count, let last = best.last, rough >= last.rough { continue }
            let index = best.firstIndex { rough < $0.rough } ?? best.count
            best.insert((rough, other), at: index)
            if best.count > count { best.removeLast() }
        }
        return best.compactMap { entry in
            entry.customer.place.map { (entry.customer, place.distance(to: $0)) }
        }
    }

    /// Only http and https, so that a link in the data can't run a script; nil for what holds control characters or is
    /// longer than any address (2,000 bytes), which is no link.
    func safeWebsite(_ text: String?) -> String? {
        guard let text = text.map({ $0.filter { !$0.isWhitespace } }), !text.isEmpty, text.utf8.count <= 2_000,
            !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control || $0 == "\\" })
        else { return nil }
        let lower = text.lowercased()
        if lower.hasPrefix("https://") || lower.hasPrefix("http://") { return text }
        guard !lower.contains(":"), lower.contains("."), !lower.hasPrefix("/"), !lower.hasPrefix(".") else {
            return nil
        }
        return "https://" + text
    }

    func mailLink(_ address: String?) -> String? {
        guard let address, address.count(where: { $0 == "@" }) == 1, !address.contains(where: \.isWhitespace) else {
            return nil
        }
        return "mailto:" + address.split(separator: "@").map { urlEncoded(String($0)) }.joined(separator: "@")
    }
}

/// Bhaskara's approximation: within 0.2 % and the same on every machine; enough to compare neighbours.
private func cosine(ofDegrees degrees: Double) -> Double {
    let square = degrees * degrees
    return (32_400 - 4 * square) / (32_400 + square)
}
