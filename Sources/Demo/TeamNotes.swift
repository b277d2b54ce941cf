import Quantities
import Records

extension NoteWriting {
    private func teamNote(_ team: Int, _ title: String, _ body: String) -> DemoNote {
        note(
            "\(week.iso.lowercased())-\(RepSlot.teamNames[team].lowercased()).md", title, author: leads[team],
            [("team", book.teams[team].id.text), ("week", week.iso)], body)
    }

    var weekNote: DemoNote {
        note(
            "\(week.iso.lowercased()).md", "Three weeks to the season", author: "\(leads[1]), head of sales",
            [("week", week.iso)],
            """
            Most hotels open on the first weekend of December. Whatever is **not installed by then** waits until Easter, \
            so quotes that are out now matter more than new ones.

            For Monday's meeting, in this order:

            1. The two close days that moved, and whether we believe the new ones.
            2. Who helps in the North until \(first(repName(RepSlot.illRep))) is back.
            3. \(customerName(story.complainer)): three complaints are two too many.
            """)
    }

    var north: DemoNote {
        let slipped = story.slipped.first.flatMap(deal)
        let usual = (1...4).reduce(0) { $0 + visits(ofTeam: 0, weeksBefore: $1) } / 4
        return teamNote(
            0, "A thin week, and we know why",
            """
            We made \(visits(ofTeam: 0)) visits; \(usual) are usual. \(repName(RepSlot.illRep)) has been ill since \
            Wednesday and \(repName(RepSlot.fairRep)) stood at the hotel fair in Bozen for three days. The fair was worth \
            it, the calendar was not: nobody had moved the appointments beforehand.

            - **This week** \(first(repName(0))) takes the appointments around Bruneck that cannot wait.
            - The deal with **\(customerName(slipped?.customerID))** (\(money(slipped?.amount))) moved to \
            \(slipped?.closeDay.map(figures.day) ?? "December"). The owners want to see the kitchen of a colleague first. \
            I believe the date if the visit happens by the 24th, not otherwise.
            - Snow on the Gardena pass since Friday: plan Corvara from Bruneck.

            > Next time somebody goes to a fair, the calls to the customers go out the week before.
            """)
    }

    var adige: DemoNote {
        let win = deal(story.win)
        let slipped = story.slipped.last.flatMap(deal)
        return teamNote(
            1, "One big yes, one not yet",
            """
            \(customerName(win?.customerID)) signed on Thursday: **\(money(win?.amount))** for the breakfast bars, half a \
            year after the first talk. Well done, \(first(repName(6))). Installation has to be finished before the house \
            opens.

            | What | Where we stand |
            |---|---|
            | \(customerName(win?.customerID)) | signed, technician booked |
            | \(customerName(slipped?.customerID)) | \(money(slipped?.amount)), moved to \
            \(slipped?.closeDay.map(figures.day) ?? "December"), bank has not answered |
            | Customers per rep | \(customers(of: 5)) at \(first(repName(5))), \(customers(of: 7)) at \
            \(first(repName(7))) |

            The last row is the one I want to talk about. \(first(repName(5))) drives from Terlan to Salurn and cannot \
            keep it up; ~~we wait for the summer~~ we look at the proposal for the territories now.
            """)
    }

    var south: DemoNote {
        teamNote(
            2, "Good coffee, bad service",
            """
            \(visits(ofTeam: 2)) visits, and a normal week but for two things.

            - \(customerName(story.complainer)) in \(town(of: story.complainer)) complained for the third time. \
            \(first(repName(8))) goes there **with** the technician, and the part comes along.
            - \(first(repName(RepSlot.laggard))) is far behind in the Val di Non and Giudicarie. It is not a lack of will: \
            two valleys, one pass, and the office work of a product test. The test goes to somebody else until Christmas.

            \(first(repName(RepSlot.newRep))) is at home now in the Valsugana. The customers there had no visit for \
            weeks in the spring, and nobody left us for it. Thank you.
            """)
    }

    private func customers(of rep: Int) -> Int { book.customersByRep[Staff.id(rep)]?.count ?? 0 }

    func town(of customer: RecordID<Customer>) -> String { book.customerByID[customer]?.address.city ?? "town" }
}
