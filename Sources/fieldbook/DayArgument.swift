public import ArgumentParser
public import Quantities

/// A day on the command line, as `2026-11-13`.
extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(iso: argument) }
}
