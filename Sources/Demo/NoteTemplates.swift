/// Sentences of visit notes, with slots in braces. Reps write the way they talk.
enum NoteTemplates {
    static let goods = [
        "beans", "house blend", "filter cartridges", "descaler", "rinse aid", "detergent tabs", "paper towels", "decaf",
        "cleaning powder", "syrup",
    ]
    static let months = ["January", "spring", "after Easter", "the summer", "the autumn", "the new year"]
    static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]

    static let byOutcome: [String: [String]] = [
        "Order placed": [
            "{who} took {number} boxes of {goods}, same as last time.",
            "Good mood, {number} cases of {goods} and one to try.",
            "Order up a little: {who} expects a full house.",
            "Usual order. Shelf was nearly empty, so the rhythm is about right.",
            "Small order only, the cellar is still full of {goods}.",
            "{who} ordered {goods} and asked for delivery before {weekday}.",
            "Took the bigger pack of {goods} because of the price.",
            "Switched from the old {goods} to ours, {number} boxes to start with.",
            "Signed for {number} boxes between two guests. Quick one.",
            "{who} wants the {goods} every second week from now on.",
            "Added {goods} to the standing order.",
            "Nice order. {who} says {town} has never been so busy.",
            "Ordered, but wants the invoice split in two.",
            "Order by phone next time, {who} says, unless there is news.",
        ],
        "No order": [
            "Still well stocked. Come back in two weeks.",
            "{who} is saving this month, the roof comes first.",
            "Nothing today. The {product} from the competitor stays until {month}.",
            "Too quiet in {town} at the moment, no order.",
            "{who} had no time, five minutes at the counter.",
            "Kitchen is being rebuilt, no orders before {month}.",
            "Compared our {goods} with a cheaper offer, wants to think.",
            "Bought {goods} at the wholesaler. We should talk about prices.",
            "Not today: stocktaking.",
            "{who} says the last order was too big for the season.",
        ],
        "Offer requested": [
            "Wants a written offer for a {product} until {weekday}.",
            "{who} asked what a {product} would cost with service.",
            "The old {product} leaks. Offer for a new one, rent and buy side by side.",
            "Send prices for a {product}, and a photo for the partner.",
            "Measured the place for a {product}. {who} decides with the bank.",
            "Asked for three years of service in the price of the {product}.",
            "Would swap to our {product} if we take the old one back.",
            "Two offers already on the desk. Ours for the {product} must be there by {weekday}.",
        ],
        "Demo agreed": [
            "{who} will try the {product} for a week from {weekday}.",
            "Tasting with the whole crew on {weekday}, bring the {goods}.",
            "Demo of the {product} before the season starts.",
            "Agreed on a trial. {who} wants the technician there too.",
            "Trial week for the {product}; counter space is tight, 62 cm.",
            "Will come to the showroom to see the {product} running.",
        ],
        "Information": [
            "{who} leaves at the end of the season, ask for the successor.",
            "New closing day from {month}.",
            "They open a second place in {month}. Keep in touch.",
            "Left the new price list. {who} reads it at the weekend.",
            "Showed how to descale the {product}; they had never done it.",
            "Filter is due in {number} weeks, technician informed.",
            "{who} likes short visits, before ten is best.",
            "Talked about water hardness, took a sample.",
            "Handed over samples of {goods}.",
            "The son takes over in {month}; he decides about machines from now on.",
        ],
        "Complaint taken": [
            "The {product} stopped again on the busiest evening. {who} is cross, and rightly so.",
            "Late delivery of {goods}, third time this year.",
            "{who} says nobody called back about the {product}.",
            "Wrong {goods} delivered, exchanged from the boot.",
            "Invoice shows {number} boxes, they got fewer. Credit note promised.",
            "Coffee too bitter since the new batch. Took a bag along for the lab.",
            "Complains that I come too rarely. Fair point.",
            "Technician came, but without the part for the {product}.",
        ],
        "Nobody there": [
            "Closed, without a note on the door.",
            "{who} had to go to the bank, left a card.",
            "Only the night porter. Try before noon.",
            "Holiday until next week, says the neighbour.",
            "Ambulance in the yard, did not want to disturb.",
            "Private party, no way in.",
        ],
    ]

    static let general = [
        "Parking only behind the church.",
        "Ask for {who} in the kitchen, not at the counter.",
        "Dog is friendly.",
        "Next time bring the tablet with the pictures.",
        "They read the newsletter, surprisingly.",
        "Card machine was down, so no small talk.",
        "The view from the terrace is worth the climb.",
        "{weekday} mornings suit them best.",
        "Competitor's van stood outside when I came.",
        "Booking numbers for {month} look good, {who} says.",
    ]

    static var sentenceCount: Int { byOutcome.values.reduce(general.count) { $0 + $1.count } }
}
