/// A kind of customer: how it is named, when it is open, how often it is visited and what it buys.
struct Trade: Sendable {
    /// The industry as the CRM would word it.
    var industry: String
    /// Words that a name is made from; names with a proprietor use a surname, the others an animal.
    var german: [String]
    var italian: [String]
    var hasProprietor: Bool
    var weight: Double
    var hours: [HoursRule]
    /// Shares of cadences of 14, 28, 56 and 91 days.
    var cadence: [Double]
    var visitMinutes: [Int]
    var employees: ClosedRange<Int>
    /// A usual order in euros, and the usual days between two.
    var order: Double
    var orderGap: Double
    /// A usual deal in euros.
    var deal: Double
    var products: [String]
    /// Order volume by month, January first.
    var season: [Double]
    /// Added to the rep's chance of winning.
    var winning: Double

    private static let even = [1.0, 0.95, 1, 1, 1, 1, 1.05, 0.9, 1, 1.05, 1, 1.1]
    private static let alpine = [1.25, 1.3, 1.05, 0.6, 0.75, 1.05, 1.35, 1.45, 1.15, 0.85, 0.5, 1.2]

    static let all: [Trade] = [
        Trade(
            industry: "Bars and cafés", german: ["Café", "Bar", "Kaffeehaus"],
            italian: ["Bar", "Caffè", "Caffetteria"],
            hasProprietor: false, weight: 20, hours: [.café, .barAllDay, .caféClosedSunday],
            cadence: [0.42, 0.46, 0.1, 0.02], visitMinutes: [20, 25, 30], employees: 1...9, order: 260, orderGap: 24,
            deal: 3_400, products: ["two-group coffee machine", "grinder", "glass washer", "water filter system"],
            season: even, winning: 0.02),
        Trade(
            industry: "Restaurants", german: ["Gasthof", "Wirtshaus", "Restaurant"],
            italian: ["Trattoria", "Ristorante", "Pizzeria", "Osteria"], hasProprietor: false, weight: 20,
            hours: [.restaurantMondayOff, .restaurantTuesdayOff, .restaurantSundayOff],
            cadence: [0.33, 0.5, 0.14, 0.03], visitMinutes: [25, 30, 40], employees: 3...22, order: 340, orderGap: 27,
            deal: 4_600, products: ["hood dishwasher", "glass washer", "water fountain", "combi steamer", "grinder"],
            season: alpine, winning: 0),
        Trade(
            industry: "Hotels", german: ["Hotel", "Pension", "Aparthotel"], italian: ["Albergo", "Hotel", "Garni"],
            hasProprietor: false, weight: 18, hours: [.hotel, .alwaysOpen], cadence: [0.24, 0.52, 0.2, 0.04],
            visitMinutes: [30, 40, 45], employees: 6...85, order: 690, orderGap: 30, deal: 9_800,
            products: ["breakfast coffee bar", "osmosis unit", "rack dishwasher", "laundry dosing system"],
            season: alpine, winning: -0.03),
        Trade(
            industry: "Bakeries", german: ["Bäckerei", "Konditorei"], italian: ["Panificio", "Pasticceria"],
            hasProprietor: true, weight: 9, hours: [.bakery], cadence: [0.24, 0.52, 0.2, 0.04],
            visitMinutes: [20, 25], employees: 2...25, order: 230, orderGap: 28, deal: 3_900,
            products: ["counter coffee machine", "utensil washer", "water softener"], season: even, winning: 0.04),
        Trade(
            industry: "Food shops", german: ["Feinkost", "Metzgerei", "Hofladen"],
            italian: ["Alimentari", "Macelleria", "Gastronomia"], hasProprietor: true, weight: 9,
            hours: [.shop, .shopWednesdayShort], cadence: [0.1, 0.46, 0.34, 0.1], visitMinutes: [20, 25, 30],
            employees: 1...14, order: 190, orderGap: 34, deal: 2_600,
            products: ["utensil washer", "hygiene station", "ice machine"], season: even, winning: 0.03),
        Trade(
            industry: "Medical practices", german: ["Zahnarztpraxis", "Tierarztpraxis", "Physiotherapie"],
            italian: ["Studio dentistico", "Ambulatorio veterinario", "Fisioterapia"], hasProprietor: true, weight: 9,
            hours: [.practice, .practiceMornings], cadence: [0, 0.18, 0.5, 0.32], visitMinutes: [20, 30],
            employees: 2...12, order: 170, orderGap: 44, deal: 3_100,
            products: ["demineralised water unit", "thermal disinfector", "waiting-room coffee machine"], season: even,
            winning: 0.05),
        Trade(
            industry: "Hairdressers and spas", german: ["Friseur", "Haarstube", "Kosmetik"],
            italian: ["Parrucchiere", "Estetica", "Salone"], hasProprietor: true, weight: 6, hours: [.hairdresser],
            cadence: [0, 0.24, 0.5, 0.26], visitMinutes: [15, 20], employees: 1...9, order: 120, orderGap: 42,
            deal: 1_700, products: ["water softener", "capsule coffee machine", "laundry dosing system"],
            season: even, winning: 0.03),
        Trade(
            industry: "Care and schools", german: ["Seniorenheim", "Mensa", "Kinderhort"],
            italian: ["Casa di riposo", "Mensa", "Asilo"], hasProprietor: false, weight: 5, hours: [.office],
            cadence: [0.08, 0.4, 0.38, 0.14], visitMinutes: [30, 45, 60], employees: 12...140, order: 820, orderGap: 31,
            deal: 13_500, products: ["rack dishwasher", "hygiene plan", "drinking-water dispensers"], season: even,
            winning: -0.06),
        Trade(
            industry: "Offices and workshops", german: ["Tischlerei", "Steuerkanzlei", "Kellerei"],
            italian: ["Falegnameria", "Studio commercialista", "Cantina"], hasProprietor: true, weight: 4,
            hours: [.office, .practice], cadence: [0, 0.2, 0.5, 0.3], visitMinutes: [20, 25], employees: 2...60,
            order: 150, orderGap: 40, deal: 2_400, products: ["office coffee machine", "drinking-water dispensers"],
            season: even, winning: 0),
    ]
}
