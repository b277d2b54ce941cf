import Quantities
import Records

extension NoteWriting {
    var complaint: DemoNote? {
        let cases = (book.serviceCasesByCustomer[story.complainer] ?? []).filter {
            book.asOf - book.zone.day(of: $0.opened) <= 28
        }.sorted { $0.opened < $1.opened }
        let rows = cases.map { entry in
            "| \(figures.shortDay(book.zone.day(of: entry.opened))) | \(entry.subject) | \(entry.status.lowercased()) |"
        }
        return note(
            "complaint.md", "The machine that leaks", author: repName(8),
            [("customer", story.complainer.text)],
            """
            Twice the same seal, and then a technician without the part. They are loyal, but the patience is used up: on Saturday they served sixty \
            breakfasts with two thermos jugs.

            | Day | What | State |
            |---|---|---|
            \(rows.joined(separator: "\n"))

            - [x] Apologised in person
            - [x] Loan machine delivered
            - [ ] Technician with the **right** part, before the weekend
            - [ ] Credit note for one month of service
            - [ ] Call on the Monday after, whatever happens
            """)
    }

    var winner: DemoNote? {
        guard let win = deal(story.win), let customer = win.customerID else { return nil }
        return note(
            "big-win.md", "How we got the breakfast bars", author: repName(6), [("customer", customer.text)],
            """
            What made the difference was not the price (\(money(win.amount)), ours was the higher offer):

            1. The trial on a full Sunday. The queue was gone by nine.
            2. The head of house talked to another hotel **without us** in the room.
            3. One contract for machines, water and service.

            Still open: who trains the seasonal staff, and in which languages.

            - [x] Contract signed
            - [ ] Water analysis of the second building
            - [ ] Training for the staff, two mornings
            """)
    }

    var laggard: DemoNote? {
        let rep = Staff.id(RepSlot.laggard)
        return note(
            "catching-up.md", "Catching up by Christmas", author: leads[2], [("rep", rep.text)],
            """
            Agreed with \(first(repName(RepSlot.laggard))) on Friday:

            - [ ] Two full days a week in the field, Tuesday and Thursday, no office on those days
            - [ ] First the customers that are **twice** over their cadence, whatever their size
            - [ ] Customers on 14 days: call in the weeks without a visit
            - [x] The product test is handed over

            We look at the list of overdue customers each Monday. Aim: half as long by the first Sunday of Advent.
            """)
    }
}
