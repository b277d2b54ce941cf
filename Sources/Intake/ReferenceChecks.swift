import Diagnostics
import Quantities
import Records

extension ImportDraft {
    /// References that lead nowhere. The record is kept, with the reference as it came; only a part without its whole
    /// (a change without its opportunity, a member without its campaign) can't be kept and counts as rejected.
    mutating func checkReferences() {
        checkCustomers()
        checkPeople()
        rejectParts(
            changes.mapValues { $0.map(\.id.text) }, of: "opportunity_change", whole: "opportunity",
            known: Set(contents.opportunities.map(\.id)))
        rejectParts(
            members.mapValues { $0.map(\.id.text) }, of: "campaign_member", whole: "campaign",
            known: Set(contents.campaigns.map(\.id)))
    }

    private mutating func checkCustomers() {
        let known = Set(contents.customers.map(\.id.text))
        check(contents.contacts, "contact", "customer", known) { $0.customerID?.text }
        check(contents.opportunities, "opportunity", "customer", known) { $0.customerID?.text }
        // An activity of a follow-up is told with the follow-up.
        let ownActivities = contents.activities.filter { !fromFollowUps.contains($0.id) }
        check(ownActivities, "activity", "customer", known) { $0.customerID?.text }
        check(contents.followUps, "follow_up", "customer", known) { $0.customerID?.text }
        check(contents.orders, "order", "customer", known) { $0.customerID?.text }
        check(contents.serviceCases, "service_case", "customer", known) { $0.customerID?.text }
    }

    private mutating func checkPeople() {
        let leads = Set(contents.leads.map(\.id.text))
        let people = leads.union(contents.contacts.map(\.id.text))
        if kindsRead.contains("lead") {
            check(contents.activities, "activity", "contact", people) { $0.contactID?.text }
        }
        let everyMember = members.keys.sorted().flatMap { members[$0] ?? [] }
        check(everyMember, "campaign_member", "contact", people) { $0.contactID?.text }
        check(everyMember, "campaign_member", "lead", leads) { $0.leadID?.text }
        let reps = Set(contents.reps.map(\.id.text))
        check(contents.leads, "lead", "owner", of: "rep", reps) { $0.ownerID?.text }
        check(contents.opportunities, "opportunity", "owner", of: "rep", reps) { $0.ownerID?.text }
        check(contents.followUps, "follow_up", "rep", reps) { $0.repID?.text }
    }

    /// Nothing is said when no file was read that could hold what is referred to.
    private mutating func check<Item: Identified>(
        _ items: [Item], _ kind: String, _ field: String, of target: String? = nil, _ known: Set<String>,
        by reference: (Item) -> String?
    ) {
        guard kindsRead.contains(target ?? field) else { return }
        for item in items {
            guard let id = reference(item), !known.contains(id) else { continue }
            report(
                .warning, "\(kind).unknown-\(field)", "it names a \(field) that the export does not hold",
                record: item.id.text, field: "\(kind).\(field)", value: id,
                hint: "export that \(field) too; the reference is kept")
        }
    }

    private mutating func rejectParts<Whole>(
        _ parts: [RecordID<Whole>: [String]], of kind: String, whole: String, known: Set<RecordID<Whole>>
    ) {
        for owner in parts.keys.sorted() where !known.contains(owner) {
            for part in (parts[owner] ?? []).sorted() {
                guard let place = place(of: part, field: "\(kind).\(whole)") else { continue }
                rejectedLater[place.file, default: 0] += 1
                let article = whole == "opportunity" ? "an" : "a"
                let problem = Problem(
                    .error, "\(kind).unknown-\(whole)",
                    "it belongs to \(article) \(whole) that the export does not hold", at: place, value: owner.text,
                    hint: "export that \(whole) too")
                if kindsRead.contains(whole) {
                    problems.append(ImportProblem(problem, record: part))
                } else {
                    tally(problem, record: part)
                }
            }
        }
    }
}
