import Audit

/// The rule that the project's accent colour adds to the end of the style sheet.
///
/// Links stand in the accent colour, so it is darkened on paper and lightened on dark ground until it can be read
/// (contrast 4.5 : 1, WCAG 2.2, 1.4.3).
enum BrandStyle {
  /// Of `templates/assets/site.css`, with the tinted box: the accent must be legible on both.
  private static let light = [Color(0xFC, 0xFB, 0xF8), Color(0xEA, 0xF1, 0xF0)]
  private static let dark = [Color(0x15, 0x18, 0x1A), Color(0x1D, 0x2B, 0x2C)]
  private static let contrast = 4.6

  /// All that the brand adds to the style sheet.
  static func css(_ brand: Brand) -> String {
    css(accent: brand.accent) + brand.fonts.map(css).joined()
  }

  /// The logo and the fonts, beside the style sheet.
  static func files(_ brand: Brand) -> [SiteFile] {
    var files = brand.fonts.map { SiteFile(path: "assets/\(name(of: $0))", bytes: $0.file.bytes) }
    if let logo = brand.logo { files.append(SiteFile(path: logoPath(logo), bytes: logo.bytes)) }
    return files
  }

  /// Relative to the site.
  static func logoPath(_ logo: Brand.File) -> String { "assets/brand-logo.\(logo.ending)" }

  private static func name(of font: Brand.Font) -> String { "brand-\(font.role.rawValue).\(font.file.ending)" }

  private static func css(_ font: Brand.Font) -> String {
    let family = "Brand \(font.role.rawValue)"
    return """

      /* A font of brand: in cxaudit.yml. The comma belongs to the value: the theme's own faces follow it. */
      @font-face { font-family: "\(family)"; src: url("\(name(of: font))"); font-weight: 100 900; font-display: swap; }
      :root { --brand-\(font.role.rawValue): "\(family)",; }

      """
  }

  /// `#rrggbb`; empty for anything else and for nil, which leave the theme's own accent.
  static func css(accent: String?) -> String {
    guard let accent, let color = Color(hex: accent) else {
      return ""
    }
    let onLight = color.mixed(with: Color(0, 0, 0), until: { c in light.allSatisfy { c.contrast(to: $0) >= contrast } })
    let onDark = color.mixed(
      with: Color(255, 255, 255), until: { c in dark.allSatisfy { c.contrast(to: $0) >= contrast } })
    return
      "\n/* The accent of brand: in cxaudit.yml. */\n:root { --brand-accent: \(onLight.hex); --brand-accent-dark: \(onDark.hex); }\n"
  }

  struct Color: Hashable {
    var red: Double
    var green: Double
    var blue: Double

    init(_ red: Double, _ green: Double, _ blue: Double) {
      self.red = red
      self.green = green
      self.blue = blue
    }

    init?(hex: String) {
      let digits = Array(hex.utf8.dropFirst())
      guard hex.hasPrefix("#"), digits.count == 6 else { return nil }
      var parts: [Double] = []
      for index in stride(from: 0, to: 6, by: 2) {
        let pair = String(decoding: digits[index..<index + 2], as: UTF8.self)
        guard pair.first?.isHexDigit == true, let value = UInt8(pair, radix: 16) else { return nil }
        parts.append(Double(value))
      }
      self.init(parts[0], parts[1], parts[2])
    }

    var hex: String {
      "#"
        + [red, green, blue].map { part in
          let digits = String(UInt8(min(max(part.rounded(), 0), 255)), radix: 16)
          return digits.count == 1 ? "0\(digits)" : digits
        }.joined()
    }

    /// Mixed with another colour in steps of a fiftieth until it is good enough; the other colour at the end.
    func mixed(with other: Color, until isGood: (Color) -> Bool) -> Color {
      for step in 0...50 {
        let part = Double(step) / 50
        let mixed = Color(
          red + (other.red - red) * part, green + (other.green - green) * part, blue + (other.blue - blue) * part)
        if isGood(mixed) { return mixed }
      }
      return other
    }

    /// Between 1 and 21 (WCAG 2.2, contrast ratio).
    func contrast(to other: Color) -> Double {
      let (a, b) = (luminance, other.luminance)
      return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// Relative luminance; the power 2.4 is taken as a polynomial exact to 0.002, which no rounded colour feels.
    private var luminance: Double {
      func linear(_ part: Double) -> Double {
        let c = part / 255
        return c <= 0.04045 ? c / 12.92 : c * (c * (c * 0.305306011 + 0.682171111) + 0.012522878)
      }
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
  }
}
