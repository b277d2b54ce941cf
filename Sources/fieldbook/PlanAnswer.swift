import Quantities
import Routes

/// A rep's plan as a program reads it. Times are wall-clock times of the rep.
struct PlanAnswer: Encodable {
    struct Slot: Encodable {
        var day: String
        var start: String

        init?(_ slot: PlanDifference.Slot?) {
            guard let slot else { return nil }
            day = slot.day.iso
            start = slot.start.text
        }
    }
    struct Visit: Encodable {
        var customer: String
        var arrival: String
        var start: String
        var end: String
        var drivingSeconds: Int
        var metres: Int
        var drivingFrom: String
        var slackMinutes: Int
        var reason: String
        var urgency: Double
        var worthMinutes: Int
        var lengthFrom: String
        var isPublished: Bool
    }
    struct Day: Encodable {
        var day: String
        var departure: String
        var back: String
        var lunch: String?
        var drivingSeconds: Int
        var metres: Int
        var isProvenBestOrder: Bool
        var stops: [Visit]
    }
    struct Left: Encodable {
        var customer: String
        var reason: String
        var cause: String
        var extraDrivingSeconds: Int?
        var overtimeMinutes: Int?
        var plannedLater: String?
    }
    struct DayOff: Encodable {
        var day: String
        var name: String
        var isForEveryone: Bool
    }
    struct Week: Encodable {
        var monday: String
        var isPublished: Bool
        var obstacle: String?
        var days: [Day]
        var daysOff: [DayOff]
        var unserved: [Left]
    }
    struct Difference: Encodable {
        var customer: String
        var before: Slot?
        var after: Slot?
        var reason: String
    }
    struct Change: Encodable {
        var file: String
        var line: Int?
        var customer: String
        var day: String?
        var start: String?
        var notHeld: String?
    }
    struct Price: Encodable {
        var rule: String
        var minutes: Int
        var drivingMinutes: Int
        var visits: Int
    }
    struct Figures: Encodable {
        var visits: Int
        var drivingHours: Double
        var kilometresPerVisit: Double
        var visitsPerDay: Double
        var cadenceKept: Double?
        var overdueDaysWithout: Int
        var overdueDaysWith: Int
        var daySpreadHours: Double
        var dayGini: Double
        var changedVisits: Int
        var shiftedVisits: Int
        var rulePrices: [Price]
    }

    var rep: String
    var weeks: [Week]
    var differences: [Difference]
    var changes: [Change]
    var figures: Figures
}
