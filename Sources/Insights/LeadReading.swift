import Quantities
import Records

/// Sources with the most leads first; leads without one count under `Unknown`.
func leadSummary(_ leads: [Lead]) -> LeadSummary {
    var rows: [String: LeadSummary.Row] = [:]
    for lead in leads {
        let source = lead.leadSource ?? ""
        let name = source.isEmpty ? "Unknown" : source
        var row = rows[name] ?? LeadSummary.Row(name: name, total: 0, open: 0, converted: 0)
        row.total += 1
        row.open += lead.isOpen ? 1 : 0
        row.converted += lead.state == .converted ? 1 : 0
        rows[name] = row
    }
    let open = leads.filter(\.isOpen).sorted { left, right in
        switch (left.created, right.created) {
        case (let one?, let two?): (one, left.id) < (two, right.id)
        case (nil, nil): left.id < right.id
        case (let one, _): one != nil
        }
    }
    return LeadSummary(
        bySource: rows.values.sorted { ($1.total, $0.name) < ($0.total, $1.name) }, open: open.map(\.id),
        converted: leads.count { $0.state == .converted }, closed: leads.count { $0.state == .closed })
}

extension Lead {
    var isOpen: Bool { state == .new || state == .working }
}
