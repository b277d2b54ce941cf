import Diagnostics
import Quantities
import Records

extension RowReader {
    mutating func id<Of>(_ field: String, of kind: Of.Type = Of.self) -> RecordID<Of>? {
        text(field).map { context.id($0) }
    }

    mutating func day(_ field: String) -> Day? {
        guard let text = text(field) else { return nil }
        // A day that comes as its midnight is that day in every zone.
        let day =
            Day(iso: text) ?? midnight(text) ?? Instant(iso: text).map(context.zone.day(of:)) ?? bareInstant(text).map(
                context.zone.day(of:))
            ?? dottedDay(text)
        return plausible(day, day, field, text)
    }

    mutating func instant(_ field: String) -> Instant? {
        guard let text = text(field) else { return nil }
        let instant =
            Instant(iso: text) ?? bareInstant(text)
            ?? (Day(iso: text) ?? dottedDay(text)).map { context.bareZone.instant($0) }
        return plausible(instant, instant?.utcDay, field, text)
    }

    /// An amount in the currency of that field, else in the company's.
    mutating func money(_ field: String, currency currencyField: String? = nil) -> Money? {
        guard let text = text(field) else { return nil }
        let currency = currencyField.flatMap { self.currency($0) } ?? context.currency
        let money = plainNumber(text).flatMap { Money(decimal: $0, currency: currency) }
        if money == nil { unreadable("an amount", field, text, hint: "write it as 1234.50") }
        return money
    }

    private mutating func currency(_ field: String) -> Currency? {
        guard let text = text(field) else { return nil }
        guard let currency = Currency(code: text.uppercased()) else {
            tally(
                .warning, "value.unreadable", "'\(excerpt(text))' is not a currency", field: field, value: text,
                hint: "use a code such as EUR; the company's currency is taken")
            return nil
        }
        if currency != context.currency {
            tally(
                .note, "value.other-currency", "\(currency.code) is not the company's currency", field: field,
                value: text,
                hint: "such amounts are kept and not converted; sums in \(context.currency.code) leave them out")
        }
        return currency
    }

    mutating func whole(_ field: String) -> Int? {
        guard let text = text(field) else { return nil }
        let number = plainNumber(text).flatMap(Double.init).flatMap { $0.magnitude < 1e15 ? Int($0.rounded()) : nil }
        if number == nil { unreadable("a number", field, text, hint: "write it in digits") }
        return number
    }

    /// A whole number of at least `minimum`; others are reported and become nil.
    mutating func count(_ field: String, atLeast minimum: Int, atMost maximum: Int) -> Int? {
        guard let number = whole(field) else { return nil }
        if (minimum...maximum).contains(number) { return number }
        report(
            .warning, "value.out-of-range", "\(number) is not in \(minimum)...\(maximum)", field: field,
            value: "\(number)",
            hint: "correct the value in the CRM")
        return nil
    }

    mutating func yesNo(_ field: String) -> Bool? {
        guard let text = text(field) else { return nil }
        switch text.lowercased() {
        case "true", "1", "yes", "y", "t": return true
        case "false", "0", "no", "n", "f": return false
        default:
            unreadable("true or false", field, text, hint: "write true or false")
            return nil
        }
    }

    /// Our word for the CRM's; an unknown one is told once with the number of its rows, and is nil.
    mutating func word(_ field: String) -> String? {
        guard let text = text(field) else { return nil }
        let known = context.words[field] ?? [:]
        if let word = known[text.lowercased()] { return word }
        tally(
            .warning, "value.unknown-word", "'\(excerpt(text))' is not known for \(field)", field: field, value: text,
            hint: nearMiss(of: excerpt(text), in: known.keys).map { "did you mean '\($0)'?" }
                ?? "known are \(known.keys.sorted().map { "'\($0)'" }.joined(separator: ", "))")
        return nil
    }

    private mutating func plausible<Value>(_ value: Value?, _ day: Day?, _ field: String, _ text: String) -> Value? {
        guard let value, let day else {
            unreadable("a date", field, text, hint: "write dates as 2026-11-13 and times as 2026-11-13T10:00:00Z")
            return nil
        }
        guard (1900...2200).contains(day.year) else {
            report(
                .warning, "value.out-of-range", "\(day.iso) is not in 1900...2200", field: field, value: text,
                hint: "correct the date in the CRM")
            return nil
        }
        return value
    }

    private mutating func unreadable(_ what: String, _ field: String, _ text: String, hint: String) {
        report(.warning, "value.unreadable", "'\(excerpt(text))' is not \(what)", field: field, value: text, hint: hint)
    }

    /// `2026-11-13 00:00:00`, `2026-11-13T00:00:00.000Z` and the like.
    private func midnight(_ text: String) -> Day? {
        let time = text.utf8.dropFirst(10).filter { (48...57).contains($0) }
        guard time.allSatisfy({ $0 == 48 }), let day = Day(iso: text.prefix(10)),
            Instant(iso: text) ?? bareInstant(text) != nil
        else { return nil }
        return day
    }

    /// `2026-11-13 10:00` or with seconds, without a zone.
    private func bareInstant(_ text: String) -> Instant? {
        guard (16...26).contains(text.utf8.count), let wall = Instant(iso: text + "Z") else { return nil }
        let day = wall.utcDay
        let seconds = wall - Instant(utc: day)
        return context.bareZone.instant(day, TimeOfDay(minutes: seconds / 60)) + seconds % 60
    }

    /// `13.11.2026`, as it is written nowhere with the month first.
    private func dottedDay(_ text: String) -> Day? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].utf8.count == 4, let day = Int(parts[0]), let month = Int(parts[1]),
            let year = Int(parts[2])
        else { return nil }
        return Day(year: year, month: month, day: day)
    }
}
