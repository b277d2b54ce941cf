/// A canonical prefix code for bytes (Huffman 1952), known by the length of each byte's code.
struct PrefixCode {
    private static let longest = 24
    /// How many codes have a length, and which bytes they stand for in the order of their codes.
    private var counts = [Int](repeating: 0, count: PrefixCode.longest + 1)
    private var symbols: [UInt8] = []

    /// Nil for lengths that are no code.
    init?(lengths: some Collection<UInt8>) {
        for length in lengths where length > 0 {
            guard length <= PrefixCode.longest else { return nil }
            counts[Int(length)] += 1
        }
        var room = 1
        for length in 1...PrefixCode.longest {
            room = 2 * room - counts[length]
            if room < 0 { return nil }
            for (symbol, other) in lengths.enumerated() where Int(other) == length { symbols.append(UInt8(symbol)) }
        }
    }

    /// So many bytes from the stream; nil when it ends before, or holds what is no code. O(bits).
    func decoded(_ stream: ArraySlice<UInt8>, count: Int) -> [UInt8]? {
        // Each byte takes at least a bit, so a false count can't ask for more memory than the file's size allows.
        guard count >= 0, count <= 8 * stream.count else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(count)
        var position = stream.startIndex
        var (bits, held): (UInt64, Int) = (0, 0)
        let first = table()
        return stream.withUnsafeBufferPointer { bytes -> [UInt8]? in
            position = 0
            while result.count < count {
                while held <= 56, position < bytes.count {
                    bits |= UInt64(bytes[position]) << UInt64(56 - held)
                    held += 8
                    position += 1
                }
                let entry = first[Int(bits >> UInt64(64 - PrefixCode.tableBits))]
                var (length, symbol) = (Int(entry >> 8), UInt8(entry & 255))
                if length == 0 {
                    guard let long = longCode(bits) else { return nil }
                    (length, symbol) = long
                }
                guard length <= held else { return nil }
                bits <<= UInt64(length)
                held -= length
                result.append(symbol)
            }
            return result
        }
    }

    private static let tableBits = 11

    /// Length and byte for each beginning of that many bits; 0 where the code is longer.
    private func table() -> [UInt16] {
        var table = [UInt16](repeating: 0, count: 1 << PrefixCode.tableBits)
        var (code, index) = (0, 0)
        for length in 1...PrefixCode.tableBits {
            code <<= 1
            for _ in 0..<counts[length] {
                let spread = PrefixCode.tableBits - length
                for entry in code << spread..<(code + 1) << spread {
                    table[entry] = UInt16(length) << 8 | UInt16(symbols[index])
                }
                code += 1
                index += 1
            }
        }
        return table
    }

    private func longCode(_ bits: UInt64) -> (Int, UInt8)? {
        var (code, first, index) = (0, 0, 0)
        for length in 1...PrefixCode.longest {
            code = code << 1 | Int(bits >> UInt64(64 - length) & 1)
            if code - first < counts[length] { return (length, symbols[index + code - first]) }
            index += counts[length]
            first = (first + counts[length]) << 1
        }
        return nil
    }
}
