import Diagnostics
import Quantities
import Records

extension RecordReading {
    /// A calendar entry: a visit, meeting or call. Whether it has happened is settled when all is read.
    static let activity = RecordReading(
        "activity",
        fields: [
            "id", "customer", "regarding", "contact", "rep", "category", "state", "start", "end", "minutes", "subject",
            "outcome", "notes", "recorded", "is_all_day", "day", "is_deleted",
        ], required: ["id", "start"]
    ) { row, draft in
        guard let id = row.id("activity.id", of: Activity.self) else { return false }
        guard let start = row.activityStart else {
            row.report(
                .error, "activity.no-start", "an activity without a start can't be placed in the log",
                field: "activity.start", hint: "enter when it began")
            return false
        }
        row.saw(start)
        let state = row.word("activity.state").flatMap(Activity.State.init)
        if state == nil { draft.undecided.insert(id) }
        draft.regarding["activity \(id.text)"] = row.id("activity.regarding", of: Customer.self)?.text
        draft.contents.activities.append(
            Activity(
                id: id, category: row.category(of: "activity", fallback: .visit), state: state ?? .planned,
                customerID: row.id("activity.customer", of: Customer.self),
                contactID: row.id("activity.contact", of: Contact.self), repID: row.id("activity.rep", of: Rep.self),
                start: start, minutes: row.activityMinutes(from: start), subject: row.text("activity.subject"),
                outcome: row.text("activity.outcome"),
                notes: row.text("activity.notes"), recorded: row.instant("activity.recorded")))
        return true
    }

    /// A task: a follow-up, and when it was a call or an e-mail that is done, an activity as well.
    static let followUp = RecordReading(
        "follow_up",
        fields: [
            "id", "customer", "regarding", "rep", "subject", "due", "priority", "status", "is_done", "category",
            "created", "completed", "is_deleted",
        ]
    ) { row, draft in
        guard let id = row.id("follow_up.id", of: FollowUp.self) else { return false }
        let created = row.instant("follow_up.created")
        let completed = row.instant("follow_up.completed")
        let due = row.day("follow_up.due")
        row.saw(created)
        row.saw(completed)
        let status = row.word("follow_up.status")
        let isDone = row.yesNo("follow_up.is_done") ?? (status == "done")
        let subject = row.text("follow_up.subject") ?? "Follow-up"
        let customer = row.id("follow_up.customer", of: Customer.self)
        let rep = row.id("follow_up.rep", of: Rep.self)
        let priority = row.word("follow_up.priority").flatMap(Priority.init)
        draft.regarding["follow_up \(id.text)"] = row.id("follow_up.regarding", of: Customer.self)?.text
        draft.contents.followUps.append(
            FollowUp(
                id: id, customerID: customer, repID: rep, subject: subject, due: due, priority: priority ?? .medium,
                isDone: isDone, created: created, completed: completed))
        let category = row.category(of: "follow_up", fallback: .note)
        if isDone, category == .call || category == .email,
            let at = completed ?? due.map({ row.context.zone.instant($0, TimeOfDay(12, 0)) })
        {
            let activity = RecordID<Activity>(id.text)
            draft.fromFollowUps.insert(activity)
            draft.contents.activities.append(
                Activity(
                    id: activity, category: category, customerID: customer, repID: rep, start: at, subject: subject,
                    recorded: completed))
        }
        return true
    }
}

extension RowReader {
    /// Noon of its day for an entry that lasts all day or has no time: all-day entries come as midnight in UTC, which
    /// is another day elsewhere.
    fileprivate var activityStart: Instant? {
        mutating get {
            let start = instant("activity.start")
            guard yesNo("activity.is_all_day") == true || start == nil else { return start }
            return (start?.utcDay ?? day("activity.day")).map { context.zone.instant($0, TimeOfDay(12, 0)) }
        }
    }

    /// Its length, where it has one of at most a day.
    fileprivate mutating func activityMinutes(from start: Instant) -> Int? {
        if yesNo("activity.is_all_day") == true { return nil }
        if let minutes = count("activity.minutes", atLeast: 0, atMost: 1440) { return minutes }
        guard let end = instant("activity.end") else { return nil }
        guard end >= start else {
            report(
                .warning, "activity.ends-before-start", "it ends before it begins", field: "activity.end",
                value: end.iso, hint: "correct its times in the CRM; it counts without a length")
            return nil
        }
        return end - start <= 86_400 ? (end - start) / 60 : nil
    }

    /// What kind of activity it was: by the CRM's type, else by a word of its type or subject, else the fallback.
    fileprivate mutating func category(of record: String, fallback: Activity.Category) -> Activity.Category {
        let field = "\(record).category"
        let type = (text(field) ?? "").lowercased()
        if let known = context.words[field]?[type].flatMap(Activity.Category.init) { return known }
        let words = type + " " + (text("\(record).subject") ?? "").lowercased()
        let told: [(String, Activity.Category)] = [
            ("visit", .visit), ("call", .call), ("meeting", .meeting), ("mail", .email),
        ]
        if let category = told.first(where: { words.contains($0.0) })?.1 { return category }
        _ = word(field)
        return fallback
    }
}
