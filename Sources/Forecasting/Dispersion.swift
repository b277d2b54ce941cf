/// How strongly outcomes move together: standard deviations of the logarithms of factors that scale the odds of deals and
/// the pace of new ones. 0 is independence. In a future whose factors multiply to F (log-normal with mean 1) a deal's
/// chance p by a horizon becomes pF ÷ (1 − p + pF), which keeps the order of horizons and of deals.
struct Dispersion: Hashable {
    /// One factor a future for everything.
    var company: Double
    /// One for each rep's deals and new deals.
    var rep: Double
    /// One for each customer's deals.
    var customer: Double
    /// One for all deals not created yet.
    var newDeals: Double

    /// What is assumed before the company's own past months say better.
    static let usual = Dispersion(company: 0.12, rep: 0.08, customer: 0.15, newDeals: 0.1)
}
