import Quantities
import Records

/// Appointments: those of the coming week, and those of the last one that two absences swept away.
struct PlannedVisits {
    private let world: DemoWorld
    private var random: SeededRandom
    private var activities: [Activity] = []

    init(world: DemoWorld) {
        self.world = world
        random = world.stream("appointments")
    }

    mutating func make() -> [Activity] {
        let timeline = world.timeline
        for rep in 0..<RepSlot.formerRep {
            for offset in 0..<5 {
                let day = timeline.planMonday + offset
                guard day > timeline.ending, let hours = world.hours(of: rep, on: day), !timeline.isTeamMeeting(day)
                else { continue }
                appoint(rep, day, hours, starts: random.chance(0.5) ? [600] : random.chance(0.4) ? [600, 900] : [])
            }
        }
        let ill = timeline.reportMonday + 2
        for offset in 0..<3 { callOff(RepSlot.illRep, ill + offset, note: "Called off: ill since Wednesday.") }
        for offset in 1..<4 {
            callOff(RepSlot.fairRep, timeline.reportMonday + offset, note: "Called off: at the hotel fair in Bozen.")
        }
        return activities
    }

    private mutating func appoint(_ rep: Int, _ day: Day, _ hours: TimeWindow, starts: [Int]) {
        let words = [
            "Offer to be explained", "Trial week to be talked through", "Contract renewal", "New owner, first talk",
            "Yearly review",
        ]
        for start in starts where start + 60 <= hours.until.minutes {
            guard let customer = openCustomer(of: rep, day: day, start: start, minutes: 60) else { continue }
            add(customer, rep, day, start, .planned, minutes: customer.record.visitMinutes ?? 30, random.pick(words))
        }
    }

    private mutating func callOff(_ rep: Int, _ day: Day, note: String) {
        guard world.timeline.isWorkday(day), day <= world.timeline.ending,
            world.reps[rep].workingHours?[day.weekday] != nil
        else { return }
        for start in [570, 660, 870, 930] {
            guard let customer = openCustomer(of: rep, day: day, start: start, minutes: 45) else { continue }
            add(customer, rep, day, start, .cancelled, minutes: customer.record.visitMinutes ?? 30, note)
        }
    }

    private var used: Set<RecordID<Customer>> { Set(activities.compactMap(\.customerID)) }

    private mutating func openCustomer(of rep: Int, day: Day, start: Int, minutes: Int) -> DemoCustomer? {
        let used = used
        let window = TimeWindow(from: TimeOfDay(minutes: start), until: TimeOfDay(minutes: start + minutes))
        let fitting = world.customers.filter { customer in
            customer.rep(on: day) == rep && customer.record.isActive && customer.record.cadenceDays != nil
                && customer.record.place != nil && !used.contains(customer.record.id)
                && (customer.record.openingHours?[day.weekday].contains {
                    $0.from <= window.from && window.until <= $0.until
                } ?? false)
        }
        return fitting.isEmpty ? nil : random.pick(fitting)
    }

    private mutating func add(
        _ customer: DemoCustomer, _ rep: Int, _ day: Day, _ start: Int, _ state: Activity.State, minutes: Int,
        _ note: String
    ) {
        activities.append(
            Activity(
                id: RecordID("demo:appointment-\(zeroPadded(activities.count + 1, 3))"), category: .visit,
                state: state, customerID: customer.record.id,
                contactID: world.contacts[customer.record.id]?.first?.id, repID: world.reps[rep].id,
                start: world.timeline.instant(day, start), minutes: min(minutes, 45), subject: "Appointment",
                notes: note))
    }
}
