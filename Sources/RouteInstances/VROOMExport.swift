import RouteSolver

extension ExportedWeek {
    /// The problem as VROOM reads it: a vehicle a day with hours, breaks and limits; a job a customer; matrices in seconds
    /// and metres. The days follow each other on one axis of time, 86,400 seconds each, so that windows may differ from day to day.
    ///
    /// Priority is 100 for visits that have to be made and 1 to 99 in the order of the prizes for the others: VROOM serves
    /// as much priority as it can, whatever the detour. Skills say on which days a job can be done.
    package func vroom() -> File {
        let customers = customers
        let prizes = Array(Set(customers.filter { !$0.isMandatory }.map(\.prize))).sorted()
        // One skill for each set of days that some job needs.
        let sets = Array(Set(customers.map(daySet))).sorted()
        let vehicles = problem.vehicles.enumerated().map { index, vehicle in
            vroomVehicle(vehicle, number: index + 1, skills: sets.indices.filter { sets[$0] >> vehicle.day & 1 == 1 })
        }
        let jobs = customers.map { customer in
            let windows = customer.windows.enumerated().flatMap { day, windows in
                windows.map { "[\(shifted($0.earliest, day)),\(shifted($0.latest, day))]" }
            }
            let rank = prizes.firstIndex(of: customer.prize) ?? 0
            let priority = customer.isMandatory ? 100 : 1 + 98 * rank / max(1, prizes.count - 1)
            let skill = sets.firstIndex(of: daySet(customer)).map { $0 + 1 } ?? 0
            return """
                {"id":\(customer.node),"description":\(quoted(labels[customer.node])),"location_index":\(customer.node),\
                "service":\(problem.service[customer.node]),"priority":\(priority),"skills":[\(skill)],\
                "time_windows":[\(windows.joined(separator: ","))]}
                """
        }
        var matrices = ["\"durations\":\(rows(problem.times))"]
        if let metres { matrices.append("\"distances\":\(rows(metres))") }
        if problem.costs != problem.times { matrices.append("\"costs\":\(rows(problem.costs))") }
        let text = """
            {"vehicles":[
            \(vehicles.joined(separator: ",\n"))
            ],"jobs":[
            \(jobs.joined(separator: ",\n"))
            ],"matrices":{"car":{\(matrices.joined(separator: ",\n"))}}}

            """
        var leftOut = ["prizes against detours: VROOM serves as much priority as it can"] + leftOutEverywhere
        if problem.load.contains(where: { $0 != 0 }) { leftOut.append("loads") }
        return File(text: text, leftOut: leftOut)
    }

    private func daySet(_ customer: ExportedCustomer) -> UInt64 {
        customer.windows.indices.reduce(0) { $0 | (customer.windows[$1].isEmpty ? 0 : 1 << UInt64($1)) }
    }

    private func shifted(_ time: Int32, _ day: Int) -> Int { day * 86_400 + min(Int(time), 86_399) }

    private func vroomVehicle(_ vehicle: RoutingProblem.Vehicle, number: Int, skills: [Int]) -> String {
        let day = vehicle.day
        var fields = [
            "\"id\":\(number)", "\"description\":\(quoted(days[day]))", "\"start_index\":\(vehicle.start)",
            "\"end_index\":\(vehicle.end)",
            "\"time_window\":[\(shifted(vehicle.from, day)),\(shifted(vehicle.until, day))]",
            "\"skills\":[\(skills.map { String($0 + 1) }.joined(separator: ","))]",
        ]
        if vehicle.breakLength > 0 {
            let last = vehicle.breakUntil - vehicle.breakLength
            fields.append(
                "\"breaks\":[{\"id\":\(number),\"service\":\(vehicle.breakLength),"
                    + "\"time_windows\":[[\(shifted(vehicle.breakFrom, day)),\(shifted(last, day))]]}]")
        }
        if vehicle.maxVisits < problem.nodeCount { fields.append("\"max_tasks\":\(vehicle.maxVisits)") }
        if problem.costs == problem.times, vehicle.maxCost < Int(Int32.max) {
            fields.append("\"max_travel_time\":\(vehicle.maxCost)")
        }
        return "{" + fields.joined(separator: ",") + "}"
    }

    private func rows(_ matrix: [Int32]) -> String {
        let count = problem.nodeCount
        let rows = (0..<count).map { row in
            "[" + matrix[row * count..<(row + 1) * count].map(String.init).joined(separator: ",") + "]"
        }
        return "[\n" + rows.joined(separator: ",\n") + "]"
    }

    private func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case _ where scalar.value < 32:
                "\\u" + String(repeating: "0", count: scalar.value < 16 ? 3 : 2) + String(scalar.value, radix: 16)
            default: String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }
}
