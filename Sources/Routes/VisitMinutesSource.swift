/// Where the length of a visit comes from.
package enum VisitMinutesSource: Sendable, Hashable {
    /// The customer's own record.
    case customer
    /// Agreed with an appointment.
    case appointment
    /// The published plan: what was announced stays.
    case published
    /// The median of that many logged visits to this customer.
    case learntFromCustomer(visits: Int)
    /// The median of that many logged visits to customers of its segment.
    case learntFromSegment(String, visits: Int)
    /// The setting for its segment.
    case segment(String)
    /// The setting for everyone.
    case standard
}
