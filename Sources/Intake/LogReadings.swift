import Diagnostics
import Quantities
import Records

extension RecordReading {
    /// A calendar entry: a visit, meeting or call. Whether it has happened is settled when all is read.
    static let activity = RecordReading(
        "activity",
        fields: [
            "id", "customer", "regarding", "contact", "rep", "category", "state", "start", "end", "minutes", "subject",
            "outcome", "notes", "recorded", "is_deleted",
        ], required: ["id", "start"]
    ) { row, draft in
        guard let id = row.id("activity.id", of: Activity.self) else { return false }
        guard let start = row.instant("activity.start") else {
            row.report(
                .error, "activity.no-start", "an activity without a start can't be placed in the log",
                field: "activity.start", hint: "enter when it began")
            return false
        }
        if start <= row.context.at { row.saw(start) }
        let minutes: Int?
        if let given = row.count("activity.minutes", atLeast: 0, atMost: 1440) {
            minutes = given
        } else {
            minutes = row.instant("activity.end").map { max(0, ($0 - start) / 60) }
        }
        let state = row.has("activity.state") ? row.word("activity.state").flatMap(Activity.State.init) : nil
        if state == nil { draft.undecided.insert(id) }
        draft.regarding[id.text] = row.text("activity.regarding").map { row.context.id($0) as RecordID<Customer> }?.text
        draft.contents.activities.append(
            Activity(
                id: id, category: row.category(fallback: .visit), state: state ?? .planned,
                customerID: row.id("activity.customer", of: Customer.self),
                contactID: row.id("activity.contact", of: Contact.self), repID: row.id("activity.rep", of: Rep.self),
                start: start, minutes: minutes, subject: row.text("activity.subject"),
                outcome: row.text("activity.outcome"),
                notes: row.text("activity.notes"), recorded: row.instant("activity.recorded")))
        return true
    }

    /// A task: a follow-up, and when it was a call or an e-mail that is done, an activity as well.
    static let followUp = RecordReading(
        "follow_up",
        fields: [
            "id", "customer", "regarding", "rep", "subject", "due", "priority", "status", "is_done", "category",
            "created",
            "completed", "is_deleted",
        ]
    ) { row, draft in
        guard let id = row.id("follow_up.id", of: FollowUp.self) else { return false }
        let created = row.instant("follow_up.created")
        let completed = row.instant("follow_up.completed")
        let due = row.day("follow_up.due")
        row.saw(created)
        let status = row.has("follow_up.status") ? row.word("follow_up.status") : nil
        let isDone = row.yesNo("follow_up.is_done") ?? (status == "done")
        let subject = row.text("follow_up.subject") ?? "Follow-up"
        let customer = row.id("follow_up.customer", of: Customer.self)
        let rep = row.id("follow_up.rep", of: Rep.self)
        let priority = row.has("follow_up.priority") ? row.word("follow_up.priority").flatMap(Priority.init) : nil
        draft.regarding[id.text] =
            row.text("follow_up.regarding").map { row.context.id($0) as RecordID<Customer> }?.text
        draft.contents.followUps.append(
            FollowUp(
                id: id, customerID: customer, repID: rep, subject: subject, due: due, priority: priority ?? .medium,
                isDone: isDone, created: created, completed: completed))
        let category = row.has("follow_up.category") ? row.category("follow_up.category", fallback: .note) : .note
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
    /// What kind of activity it was, by the CRM's type, else by a word of its subject, else the fallback.
    mutating func category(
        _ field: String = "activity.category", fallback: Activity.Category
    ) -> Activity.Category {
        if let text = text(field), let known = context.words[field]?[text.lowercased()].flatMap(Activity.Category.init)
        {
            return known
        }
        let subject = (text("activity.subject") ?? "").lowercased()
        for (word, category) in [
            ("visit", Activity.Category.visit), ("call", .call), ("meeting", .meeting), ("mail", .email),
        ]
        where subject.contains(word) {
            return category
        }
        return fallback
    }
}
