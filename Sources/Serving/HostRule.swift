import Glibc

/// Whether a request may name this host: `localhost` or the number of an address, with or without a port.
///
/// A page of another site can make its own name lead to this machine and then read what is served here as if it were
/// its own (DNS rebinding). Its requests carry that name, so every name but `localhost` is refused.
func isOurHost(_ host: String) -> Bool {
    var name = host[...]
    if name.first == "[" {
        guard let end = name.firstIndex(of: "]") else { return false }
        let rest = name[name.index(after: end)...]
        return (rest.isEmpty || isPort(rest)) && isAddress(name[..<end].dropFirst(), AF_INET6)
    }
    if let colon = name.firstIndex(of: ":") {
        guard isPort(name[colon...]) else { return false }
        name = name[..<colon]
    }
    return name.lowercased() == "localhost" || isAddress(name, AF_INET)
}

/// A colon and a number.
private func isPort(_ text: Substring) -> Bool {
    let digits = text.dropFirst()
    return text.first == ":" && digits.allSatisfy { ("0"..."9").contains($0) } && UInt16(digits) != nil
}

private func isAddress(_ text: Substring, _ family: Int32) -> Bool {
    var address = in6_addr()
    return inet_pton(family, String(text), &address) == 1
}
