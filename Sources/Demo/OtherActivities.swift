import Quantities
import Records

/// Calls and e-mails between the visits, and the monthly team meetings.
func makeOtherActivities(world: DemoWorld) -> [Activity] {
    var random = world.stream("calls")
    var activities: [Activity] = []
    let timeline = world.timeline
    let callSubjects = [
        "Reordered by phone", "Question about an invoice", "Delivery date", "Appointment", "Reminder of the offer",
        "Technician's visit", "Price question",
    ]
    let callOutcomes = ["Connected", "Connected", "Connected", "Left voicemail", "No answer", "Busy"]
    let mailSubjects = ["Offer sent", "Price list", "Confirmation of the appointment", "Data sheet", "Thank you"]
    /// Calls that a rep has made on a day, so that two never lie on each other.
    var slots: [String: Int] = [:]
    for customer in world.customers where customer.record.isActive {
        var day = customer.known + random.whole(0...80)
        while day <= timeline.ending {
            let rep = customer.rep(on: day)
            if let hours = world.hours(of: rep, on: day), !timeline.isTeamMeeting(day) {
                let isCall = random.chance(0.65)
                let key = "\(rep) \(day.iso)"
                let slot = slots[key, default: 0]
                slots[key] = slot + 1
                if slot < 5 {
                    // Calls before the first drive, e-mails in the evening.
                    let minutes = isCall ? hours.from.minutes + slot * 6 : hours.until.minutes + slot * 4
                    let contacts = world.contacts[customer.record.id] ?? []
                    activities.append(
                        Activity(
                            id: RecordID("demo:\(isCall ? "call" : "email")-\(zeroPadded(activities.count + 1, 5))"),
                            category: isCall ? .call : .email, customerID: customer.record.id,
                            contactID: contacts.first?.id, repID: world.reps[rep].id,
                            start: timeline.instant(day, minutes), minutes: isCall ? random.whole(2...6) : nil,
                            subject: random.pick(isCall ? callSubjects : mailSubjects),
                            outcome: isCall ? random.pick(callOutcomes) : nil))
                }
            }
            day = day + random.whole(20...110)
        }
    }
    return activities + makeTeamMeetings(world: world)
}

private func makeTeamMeetings(world: DemoWorld) -> [Activity] {
    var meetings: [Activity] = []
    for month in world.timeline.months {
        let day = world.timeline.workday(onOrAfter: month)
        guard day >= world.timeline.start, day <= world.timeline.ending else { continue }
        for rep in world.reps.indices {
            guard let hours = world.hours(of: rep, on: day) else { continue }
            meetings.append(
                Activity(
                    id: RecordID("demo:meeting-\(zeroPadded(meetings.count + 1, 4))"), category: .meeting,
                    customerID: nil, repID: world.reps[rep].id,
                    start: world.timeline.instant(day, max(hours.from.minutes, 8 * 60)), minutes: 60,
                    subject: "Team meeting"))
        }
    }
    return meetings
}
