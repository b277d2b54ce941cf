import Quantities
import Records

/// A place in the sales force: where it is, how it works, and how whoever fills it tends to behave.
struct RepSlot: Sendable {
    var team: Int
    var home: String
    /// Towns of the territory; a share below 1 where a town has several reps.
    var towns: [(name: String, share: Double)]
    var customers: Int
    var hours: WorkingHours?
    var visitsPerDay: Int
    /// 1 visits on the day it is due, 1.2 a fifth of the cadence later.
    var tardiness = 1.0
    /// Chance to win an average deal.
    var winning: Double
    /// What the rep calls for a month over what comes.
    var callBias = 1.0
    /// Chance that a missed close day is moved in time.
    var tidiness = 0.85

    static let teamNames = ["North", "Adige", "South"]
    /// What the manager's calls add to or take from what comes, by team.
    static let managerBias = [0.94, 1.05, 1.0]

    static let formerRep = 12
    static let newRep = 11
    static let laggard = 10
    static let illRep = 1
    static let fairRep = 2

    /// Twelve who work today, then the one who left.
    static let all: [RepSlot] = [
        RepSlot(
            team: 0, home: "Brixen",
            towns: [("Brixen", 0.8), ("Vahrn", 1), ("Mühlbach", 1), ("Sterzing", 1)], customers: 50,
            hours: week(8, 0, 17, 0), visitsPerDay: 4, tardiness: 0.98, winning: 0.56, callBias: 0.97),
        RepSlot(
            team: 0, home: "Bruneck",
            towns: [("Bruneck", 1), ("Kiens", 1), ("Sand in Taufers", 1), ("Olang", 1)], customers: 52,
            hours: week(8, 0, 17, 30), visitsPerDay: 4, winning: 0.52, callBias: 1.18),
        RepSlot(
            team: 0, home: "Toblach",
            towns: [("Welsberg", 1), ("Toblach", 1), ("Innichen", 1), ("Abtei", 1), ("Corvara", 1)], customers: 40,
            hours: week(8, 0, 16, 0, days: 4), visitsPerDay: 5, tardiness: 1.03, winning: 0.5),
        RepSlot(
            team: 0, home: "St. Ulrich in Gröden",
            towns: [
                ("Klausen", 1), ("Kastelruth", 1), ("St. Ulrich in Gröden", 1), ("Wolkenstein", 1), ("Brixen", 0.2),
            ], customers: 46, hours: week(8, 30, 17, 0), visitsPerDay: 5, winning: 0.58, callBias: 0.9),
        RepSlot(
            team: 1, home: "Bozen", towns: [("Bozen", 0.7), ("Ritten", 1), ("Sarnthein", 1)], customers: 50,
            hours: week(8, 0, 17, 0, shortFriday: 13), visitsPerDay: 4, tardiness: 0.97, winning: 0.54),
        RepSlot(
            team: 1, home: "Eppan",
            towns: [
                ("Bozen", 0.2), ("Leifers", 1), ("Eppan", 1), ("Kaltern", 1), ("Tramin", 1), ("Auer", 1),
                ("Neumarkt", 1), ("Salurn", 1), ("Terlan", 1),
            ], customers: 82, hours: week(7, 30, 17, 30), visitsPerDay: 3, tardiness: 1.08, winning: 0.49,
            callBias: 1.1, tidiness: 0.6),
        RepSlot(
            team: 1, home: "Meran",
            towns: [("Meran", 1), ("Lana", 1), ("Algund", 1), ("Schenna", 1), ("St. Leonhard in Passeier", 1)],
            customers: 54, hours: nil, visitsPerDay: 4, winning: 0.6, callBias: 1.02),
        RepSlot(
            team: 1, home: "Schlanders",
            towns: [
                ("Naturns", 1), ("Latsch", 1), ("Schlanders", 1), ("Prad am Stilfserjoch", 1), ("Mals", 1),
            ], customers: 31, hours: week(8, 30, 15, 30, days: 4), visitsPerDay: 4, tardiness: 0.95, winning: 0.51),
        RepSlot(
            team: 2, home: "Trento", towns: [("Trento", 0.8), ("Lavis", 1), ("Mezzolombardo", 0.4)], customers: 54,
            hours: week(8, 0, 17, 0), visitsPerDay: 4, winning: 0.53, callBias: 1.06),
        RepSlot(
            team: 2, home: "Rovereto",
            towns: [("Rovereto", 1), ("Mori", 1), ("Riva del Garda", 1), ("Arco", 1), ("Ala", 1)], customers: 53,
            hours: week(8, 0, 17, 30), visitsPerDay: 4, tardiness: 1.02, winning: 0.47),
        RepSlot(
            team: 2, home: "Cles",
            towns: [
                ("Cles", 1), ("Malé", 1), ("Andalo", 1), ("Tione di Trento", 1), ("Pinzolo", 1),
                ("Mezzolombardo", 0.6),
            ], customers: 48, hours: week(8, 30, 17, 0), visitsPerDay: 5, tardiness: 1.05, winning: 0.43,
            callBias: 1.3, tidiness: 0.5),
        RepSlot(
            team: 2, home: "Pergine Valsugana",
            towns: [
                ("Pergine Valsugana", 1), ("Levico Terme", 1), ("Borgo Valsugana", 1), ("Primiero", 1),
                ("Cavalese", 1), ("Predazzo", 1), ("Moena", 1), ("Canazei", 1), ("Trento", 0.04),
            ], customers: 44, hours: week(8, 0, 17, 0), visitsPerDay: 4, winning: 0.48, callBias: 0.85),
        RepSlot(
            team: 2, home: "Borgo Valsugana", towns: [], customers: 0, hours: week(8, 0, 17, 0), visitsPerDay: 5,
            tardiness: 1.08, winning: 0.45, callBias: 1.15, tidiness: 0.6),
    ]

    private static func week(
        _ hour: Int, _ minute: Int, _ endHour: Int, _ endMinute: Int, days: Int = 5, shortFriday: Int? = nil
    ) -> WorkingHours {
        let usual = TimeWindow(from: TimeOfDay(hour, minute), until: TimeOfDay(endHour, endMinute))
        var windows: [Weekday: TimeWindow] = [:]
        for weekday in Weekday.allCases.prefix(days) { windows[weekday] = usual }
        if let shortFriday {
            windows[.friday] = TimeWindow(from: TimeOfDay(hour, minute), until: TimeOfDay(shortFriday, 0))
        }
        return WorkingHours(windows)
    }
}
