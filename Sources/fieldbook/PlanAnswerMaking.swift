import Config
import Diagnostics
import Quantities
import Records
import Routes

extension PlanAnswer {
    init(_ plan: RepPlan) {
        rep = plan.repID.text
        weeks = plan.weeks.map(Week.init)
        differences = plan.differences.map {
            Difference(
                customer: $0.customerID.text, before: Slot($0.before), after: Slot($0.after),
                reason: $0.reason.words(customerName: \.text, repName: \.text))
        }
        changes = plan.changes.map { applied in
            var change = Change(
                file: applied.change.place.file, line: applied.change.place.line, customer: applied.customerID.text)
            if case .planned(let day, let start) = applied.outcome {
                (change.day, change.start) = (day.iso, start.text)
            }
            if case .notHeld(let cause) = applied.outcome { change.notHeld = cause.words }
            return change
        }
        let figures = plan.figures
        self.figures = Figures(
            visits: figures.visits, drivingHours: figures.drivingHours,
            kilometresPerVisit: figures.kilometresPerVisit, visitsPerDay: figures.visitsPerDay,
            cadenceKept: figures.cadenceKept, overdueDaysWithout: figures.overdueDaysWithout,
            overdueDaysWith: figures.overdueDaysWith, daySpreadHours: figures.daySpreadHours,
            dayGini: figures.dayGini, changedVisits: figures.changedVisits, shiftedVisits: figures.shiftedVisits,
            rulePrices: figures.rulePrices.map {
                Price(
                    rule: $0.rule.rawValue, minutes: $0.minutes, drivingMinutes: $0.drivingMinutes, visits: $0.visits)
            })
    }
}

extension PlanAnswer.Week {
    init(_ plan: RoutePlan) {
        monday = plan.monday.iso
        isPublished = plan.isPublished
        obstacle = plan.obstacle
        days = plan.days.map { day in
            PlanAnswer.Day(
                day: day.day.iso, departure: day.departure.text, back: day.back.text, lunch: day.lunch?.text,
                drivingSeconds: day.driving.count, metres: day.distance.count,
                isProvenBestOrder: day.isProvenBestOrder, stops: day.stops.map(PlanAnswer.Visit.init))
        }
        daysOff = plan.daysOff.map {
            PlanAnswer.DayOff(day: $0.day.iso, name: $0.name, isForEveryone: $0.isForEveryone)
        }
        unserved = plan.unserved.map { left in
            PlanAnswer.Left(
                customer: left.customerID.text, reason: left.reason.words, cause: left.cause.words,
                extraDrivingSeconds: left.cause.cheapest?.extraDriving.count,
                overtimeMinutes: left.cause.cheapest?.overtimeMinutes, plannedLater: left.plannedLater?.iso)
        }
    }
}

extension PlanAnswer.Visit {
    init(_ stop: Stop) {
        self.init(
            customer: stop.customerID.text, arrival: stop.arrival.text, start: stop.start.text, end: stop.end.text,
            drivingSeconds: stop.leg.driving.count, metres: stop.leg.distance.count,
            drivingFrom: stop.leg.source.word, slackMinutes: stop.slackMinutes,
            reason: stop.reason.words, urgency: stop.reason.urgency, worthMinutes: stop.reason.worthMinutes,
            lengthFrom: stop.reason.minutesSource.words, isPublished: stop.isPublished)
    }
}
