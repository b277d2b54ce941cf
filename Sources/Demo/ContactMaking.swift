import Quantities
import Records

/// One to three people at each customer, whoever runs it first.
func makeContacts(of customers: [DemoCustomer], seed: UInt64) -> [Contact] {
    var random = SeededRandom(seed: seed, stream: "contacts")
    var names = NameMaker(seed: seed, stream: "contact-names")
    var contacts: [Contact] = []
    let leaders = ["Owner", "Managing director", "Landlady", "Head of house", "Proprietor"]
    let others = [
        "Purchasing", "Head chef", "Bar manager", "Bookkeeping", "Housekeeping", "Practice manager", "Technician",
        "Shift leader", "Deputy",
    ]
    for customer in customers {
        let count = 1 + random.index(weights: [0.5, 0.35, 0.15])
        for position in 0..<count {
            let name = names.person(customer.town.speech)
            let number = contacts.count + 1
            contacts.append(
                Contact(
                    id: RecordID("demo:contact-\(zeroPadded(number, 4))"), customerID: customer.record.id, name: name,
                    title: position == 0 ? random.pick(leaders) : random.pick(others),
                    email: random.chance(0.8) ? "\(mailbox(name))@example.com" : nil,
                    phone: random.chance(0.75)
                        ? "+00 555 \(zeroPadded(4000 + number, 4)) \(zeroPadded(random.whole(0...99), 2))" : nil))
        }
    }
    return contacts
}
