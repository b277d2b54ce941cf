extension Partition {
    /// Driving hours of one visit to that customer by its owner; of an average one where it has none, or no place.
    func driveHoursOfVisit(_ customer: Int) -> Double {
        guard let site = model.site[customer], let rep = owner[customer], model.visitsPerYear[customer] > 0
        else { return model.unplacedDriveHours }
        return model.driveHours(localLeg: localLeg(site, rep), haul: model.haul[site * model.reps.count + rep])
    }

    /// Visits and driving of a customer a year.
    func hours(of customer: Int) -> Double {
        model.visitHours[customer] + model.visitsPerYear[customer] * driveHoursOfVisit(customer)
    }
}
