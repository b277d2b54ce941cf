import Foundation

/// A colour of the screen, for measuring contrast.
struct HexColour: Equatable {
    /// 0...255.
    var red: Int
    var green: Int
    var blue: Int

    /// The site's own paper, light and dark.
    static let lightPaper = HexColour(red: 0xfb, green: 0xfa, blue: 0xf6)
    static let darkPaper = HexColour(red: 0x14, green: 0x18, blue: 0x1a)

    init(red: Int, green: Int, blue: Int) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads exactly `#rrggbb`.
    init?(_ text: String) {
        let digits = text.utf8.dropFirst().compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard text.hasPrefix("#"), text.utf8.count == 7, digits.count == 6 else { return nil }
        self.init(red: digits[0] * 16 + digits[1], green: digits[2] * 16 + digits[3], blue: digits[4] * 16 + digits[5])
    }

    /// `#rrggbb` in small letters.
    var text: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Contrast ratio of WCAG 2.2, 1...21.
    func contrast(with other: HexColour) -> Double {
        let (dark, light) = (min(luminance, other.luminance), max(luminance, other.luminance))
        return (light + 0.05) / (dark + 0.05)
    }

    /// Relative luminance of WCAG 2.2, 0...1.
    private var luminance: Double {
        func linear(_ part: Int) -> Double {
            let share = Double(part) / 255
            return share <= 0.040_45 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}
