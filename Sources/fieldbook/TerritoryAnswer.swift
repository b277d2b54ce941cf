import Geo
import Quantities
import Records
import Territories

/// What was worked out, for people and for programs.
struct TerritoryAnswer {
    var book: SalesBook
    /// First `today`.
    var options: [TerritoryOption] = []
    /// The one that was asked for, or is recommended.
    var chosen: TerritoryOption?
    var pareto: [ParetoPoint] = []
    /// Why none is recommended.
    var obstacle: String?

    var encodable: some Encodable { Encoded(self) }

    private struct Encoded: Encodable {
        var asOf: String
        var chosen: String?
        var obstacle: String?
        var options: [TerritoryOptionAnswer]
        var pareto: [TerritoryParetoAnswer]

        init(_ answer: TerritoryAnswer) {
            asOf = answer.book.asOf.iso
            chosen = answer.chosen?.key
            obstacle = answer.obstacle ?? answer.chosen?.obstacle
            options = answer.options.map { TerritoryOptionAnswer($0) }
            pareto = answer.pareto.map {
                TerritoryParetoAnswer(
                    budgetShare: $0.budgetShare, customersHandedOver: $0.customersHandedOver,
                    largestDeviation: $0.largestDeviation, meanDeviation: $0.meanDeviation,
                    totalDriveHours: $0.totalDriveHours)
            }
        }
    }
}

struct TerritoryParetoAnswer: Encodable {
    var budgetShare: Double
    var customersHandedOver: Int
    var largestDeviation: Double
    var meanDeviation: Double
    var totalDriveHours: Double
}

/// One option as a program reads it; hours are a year's, money is in `currency`.
struct TerritoryOptionAnswer: Encodable {
    struct Amount: Encodable {
        var amount: Double
        var currency: String

        init(_ money: Money) {
            amount = money.amount
            currency = money.currency.code
        }
    }
    struct Figures: Encodable {
        var largestDeviation: Double
        var meanDeviation: Double
        var potentialSpread: Double
        var totalDriveHours: Double
        var meanDriveHours: Double
        var compactness: Double
        var contiguityBreaks: Int
        var customersHandedOver: Int
        var revenueHandedOver: Amount
        var orphansPlaced: Int
        var sumOfSquares: Double
        var driveBound: Double
        var deviationBound: Double
        var granularity: Double
        var sumOfSquaresBound: Double?
    }
    struct Row: Encodable {
        var rep: String
        var customers: Int
        var hours: Double
        var driveHours: Double
        var capacityHours: Double
        var compactness: Double
    }
    struct HandOver: Encodable {
        var customer: String
        var from: String?
        var to: String
        var hours: Double
    }
    struct Flow: Encodable {
        var from: String?
        var to: String
        var customers: Int
        var hours: Double
        var revenue: Amount
    }
    struct NewRep: Encodable {
        var id: String
        var name: String
        var latitude: Double?
        var longitude: Double?
    }

    var key: String
    var name: String
    var note: String?
    var obstacle: String?
    var figures: Figures
    var territories: [Row]
    var handOvers: [HandOver]
    var flows: [Flow]
    var newReps: [NewRep]
    var leaving: [String]

    init(_ option: TerritoryOption) {
        key = option.key
        name = option.name
        note = option.note
        obstacle = option.obstacle
        let figures = option.figures
        self.figures = Figures(
            largestDeviation: figures.largestDeviation, meanDeviation: figures.meanDeviation,
            potentialSpread: figures.potentialSpread, totalDriveHours: figures.totalDriveHours,
            meanDriveHours: figures.meanDriveHours, compactness: figures.compactness,
            contiguityBreaks: figures.contiguityBreaks, customersHandedOver: figures.customersHandedOver,
            revenueHandedOver: Amount(figures.revenueHandedOver), orphansPlaced: figures.orphansPlaced,
            sumOfSquares: figures.sumOfSquares, driveBound: figures.driveBound, deviationBound: figures.deviationBound,
            granularity: figures.granularity, sumOfSquaresBound: figures.sumOfSquaresBound)
        territories = option.assignment.territories.map {
            Row(
                rep: $0.repID.text, customers: $0.customerCount, hours: $0.hours, driveHours: $0.driveHours,
                capacityHours: $0.capacityHours, compactness: $0.compactness)
        }
        handOvers = option.handOvers.map {
            HandOver(customer: $0.customerID.text, from: $0.from?.text, to: $0.to.text, hours: $0.hours)
        }
        flows = option.flows.map {
            Flow(
                from: $0.from?.text, to: $0.to.text, customers: $0.customers, hours: $0.hours,
                revenue: Amount($0.revenue))
        }
        newReps = option.newReps.map {
            NewRep(id: $0.id.text, name: $0.name, latitude: $0.home?.latitude, longitude: $0.home?.longitude)
        }
        leaving = option.leaving.map(\.text)
    }
}
