import Theme

@testable import Render

/// The custom properties of `site.css` that hold plain colours.
enum ThemeColors {
  /// The light values, or those of the first block for dark schemes.
  static func read(isDark: Bool) -> [String: BrandStyle.Color]? {
    guard let css = Theme.file(at: "assets/site.css")?.text else { return nil }
    let parts = css.split(separator: "@media (prefers-color-scheme: dark)", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let block = (isDark ? parts[1] : parts[0]).split(separator: "}").first ?? ""
    var colors: [String: BrandStyle.Color] = [:]
    for line in block.split(separator: ";") {
      let pair = line.split(separator: ":").map { $0.filter { !$0.isWhitespace } }
      guard let value = pair.last, let name = pair.dropLast().last?.split(separator: "--").last else { continue }
      colors[String(name)] = BrandStyle.Color(hex: String(value))
    }
    return colors
  }
}
