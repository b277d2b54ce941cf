import Quantities

/// Invented names that no real firm or family has: rare pairs of colour and animal, and surnames from made-up halves.
struct NameMaker {
    private var random: SeededRandom
    private var taken: Set<String> = []

    init(seed: UInt64, stream: String) { random = SeededRandom(seed: seed, stream: stream) }

    /// Never the same twice from one maker.
    mutating func customer(_ trade: Trade, in town: Town) -> String {
        for _ in 0..<200 {
            let word = random.pick(town.speech == .german ? trade.german : trade.italian)
            let own = trade.hasProprietor ? surname(town.speech) : creature(town.speech)
            let name = "\(word) \(own)"
            if taken.insert(name).inserted { return name }
        }
        let name = "Nr. \(taken.count) \(town.name)"
        taken.insert(name)
        return name
    }

    mutating func person(_ speech: Town.Speech) -> String {
        for _ in 0..<200 {
            let first = random.pick(speech == .german ? NameMaker.germanFirst : NameMaker.italianFirst)
            let name = "\(first) \(surname(speech))"
            if taken.insert(name).inserted { return name }
        }
        return "\(random.pick(NameMaker.germanFirst)) \(surname(.german))-\(surname(.italian))"
    }

    /// A person who shares neither first name nor surname with anybody made by this function before.
    mutating func colleague(_ speech: Town.Speech) -> String {
        for _ in 0..<200 {
            let words = person(speech).split(separator: " ").map(String.init)
            if words.allSatisfy({ !taken.contains($0) }) {
                taken.formUnion(words)
                return words.joined(separator: " ")
            }
        }
        return person(speech)
    }

    mutating func street(_ speech: Town.Speech) -> String {
        let name = random.pick(speech == .german ? NameMaker.germanStreets : NameMaker.italianStreets)
        return "\(name) \(random.whole(1...78))\(random.chance(0.12) ? random.pick(["a", "b"]) : "")"
    }

    private mutating func surname(_ speech: Town.Speech) -> String {
        speech == .german
            ? random.pick(NameMaker.germanHalves) + random.pick(NameMaker.germanEndings)
            : random.pick(NameMaker.italianHalves) + random.pick(NameMaker.italianEndings)
    }

    private mutating func creature(_ speech: Town.Speech) -> String {
        speech == .german
            ? random.pick(NameMaker.germanColours) + random.pick(NameMaker.germanAnimals)
            : random.pick(NameMaker.italianAnimals) + " " + random.pick(NameMaker.italianColours)
    }

    private static let germanColours = [
        "Safran", "Kupfer", "Bernstein", "Malven", "Indigo", "Ocker", "Türkis", "Rost", "Silber", "Zinnober",
    ]
    private static let germanAnimals = [
        "otter", "igel", "molch", "dachs", "wiesel", "kauz", "biber", "marder", "unke", "hummel", "lurch", "grille",
        "spatz", "zeisig",
    ]
    private static let italianAnimals = [
        "Tasso", "Riccio", "Gufo", "Ghiro", "Tritone", "Picchio", "Furetto", "Grillo", "Bombo", "Cinciallegro",
        "Lontrino", "Scoiattolo",
    ]
    private static let italianColours = [
        "Zafferano", "Turchese", "Indaco", "Ramato", "Ambrato", "Malva", "Ocra", "Cobalto", "Vermiglio", "Argentino",
    ]
    private static let germanHalves = [
        "Plonn", "Tschav", "Gruv", "Valdrun", "Kersp", "Mulz", "Frasch", "Lutzen", "Spern", "Nockt", "Zirmel", "Brunt",
        "Hoarz", "Glurn", "Pfitz", "Stampf", "Rienzl", "Oberv", "Untr", "Karnt",
    ]
    private static let germanEndings = [
        "alper", "runner", "egatsch", "erlun", "ossner", "heiser", "etzer", "inger", "aller", "oner", "ufer", "ander",
    ]
    private static let italianHalves = [
        "Morand", "Vald", "Cestr", "Brugn", "Pian", "Ferl", "Tognar", "Selv", "Zanol", "Corvad", "Lagar", "Dolz",
        "Rendes", "Fass", "Nonel", "Grum", "Pozz", "Stell", "Arv", "Mald",
    ]
    private static let italianEndings = [
        "inzolo", "astrelli", "uzzari", "ebani", "olander", "ivetto", "agnelo", "oscan", "arlin", "essonio",
    ]
    private static let germanFirst = [
        "Greta", "Jonas", "Magdalena", "Elias", "Verena", "Lukas", "Anna", "Simon", "Barbara", "Felix", "Ingrid",
        "Martin", "Sonja", "Thomas", "Evi", "Hannes", "Petra", "Stefan", "Julia", "Florian", "Renate", "Georg",
    ]
    private static let italianFirst = [
        "Elisa", "Marco", "Chiara", "Davide", "Giulia", "Luca", "Francesca", "Andrea", "Serena", "Matteo", "Paola",
        "Stefano", "Ilaria", "Nicola", "Silvia", "Fabio", "Monica", "Giorgio", "Daniela", "Tommaso",
    ]
    private static let germanStreets = [
        "Lärchengasse", "Alter Mühlweg", "Postgartenstraße", "Brunnenleite", "Obere Sägegasse", "Am Zirmbach",
        "Schusterbichl", "Holunderweg", "Untere Leiten", "Fuhrmannstraße", "Kornspeicherplatz", "Wasserschmiedgasse",
        "Am Alten Anger", "Sonnleitenweg", "Färberzeile", "Nussbaumgasse",
    ]
    private static let italianStreets = [
        "Via del Mulino Vecchio", "Via dei Larici", "Vicolo del Fabbro", "Via della Segheria", "Piazzetta del Pozzo",
        "Via dei Noccioli", "Via alle Fontane", "Vicolo dei Tintori", "Via del Granaio", "Via Sorgente Alta",
        "Via dei Sambuchi", "Via del Ponte di Legno", "Vicolo Lungo", "Via Prato di Sotto",
    ]
}
