import Records

extension SiteMaterial {
    /// `window.fieldbookCustomers = [[name, town, path], …]`: a script, since a page on a disk may not fetch data.
    func searchIndex(_ customers: [Customer]) -> String {
        let rows = customers.compactMap { customer -> String? in
            guard let page = paths.customer(customer.id) else { return nil }
            let texts = [oneLine(customer.name, limit: 80), customer.address.city ?? "", page.text]
            return "[" + texts.map(scriptString).joined(separator: ",") + "]"
        }
        return "window.fieldbookCustomers=[\n" + rows.joined(separator: ",\n") + "\n];\n"
    }
}

/// A JavaScript string that can't end its script or its line (ECMA-262; `<` so that no `</script` or `<!--` can appear).
func scriptString(_ text: String) -> String {
    let hex = Array("0123456789abcdef")
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "<", ">", "&", "'", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1f}", "\u{7f}":
            let value = Int(scalar.value)
            result += "\\u" + [12, 8, 4, 0].map { String(hex[value >> $0 & 15]) }.joined()
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
