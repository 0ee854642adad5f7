import Audit

/// Writes drawings as SVG that a strict content policy lets through: geometry in attributes, colour by class.
enum SVGText {
  /// An `<svg>` element. `id` must be unique on the page; title and description are read aloud in its place.
  static func svg(_ drawing: Drawing, id: String, cssClass: String, title: String, summary: String) -> String {
    var text = "<svg class=\"drawing \(cssClass)\" viewBox=\"0 0 \(number(drawing.width)) \(number(drawing.height))\""
    text += " role=\"img\" aria-labelledby=\"\(id)-title \(id)-desc\">"
    text += "<title id=\"\(id)-title\">\(HTMLText.escape(title))</title>"
    text += "<desc id=\"\(id)-desc\">\(HTMLText.escape(summary))</desc>"
    for shape in drawing.shapes { text += "\n" + element(shape) }
    return text + "\n</svg>"
  }

  /// A picture in running text that says nothing the text does not say; hidden from readers aloud.
  static func decoration(_ drawing: Drawing, cssClass: String) -> String {
    let (width, height) = (number(drawing.width), number(drawing.height))
    return "<svg class=\"\(cssClass)\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\""
      + " aria-hidden=\"true\" focusable=\"false\">" + drawing.shapes.map(element).joined() + "</svg>"
  }

  private static func element(_ shape: Drawing.Shape) -> String {
    switch shape {
    case .line(let from, let to, let cssClass):
      return "<line class=\"\(cssClass)\" x1=\"\(number(from.x))\" y1=\"\(number(from.y))\""
        + " x2=\"\(number(to.x))\" y2=\"\(number(to.y))\"/>"
    case .polyline(let points, let cssClass):
      let list = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
      return "<polyline class=\"\(cssClass)\" points=\"\(list)\"/>"
    case .rectangle(let box, let cssClass):
      return "<rect class=\"\(cssClass)\" x=\"\(number(box.x))\" y=\"\(number(box.y))\""
        + " width=\"\(number(box.width))\" height=\"\(number(box.height))\"/>"
    case .circle(let center, let radius, let cssClass):
      return
        "<circle class=\"\(cssClass)\" cx=\"\(number(center.x))\" cy=\"\(number(center.y))\" r=\"\(number(radius))\"/>"
    case .mark(let mark, let box):
      let scale = number(box.width / 12, decimals: 2)
      return "<path class=\"shape \(mark.cssClass)\" fill-rule=\"evenodd\""
        + " transform=\"translate(\(number(box.x)) \(number(box.y))) scale(\(scale))\" d=\"\(mark.outline ?? "")\"/>"
    case .label(let label): return element(label)
    }
  }

  /// Right-to-left text keeps its place: its end is the left edge.
  private static func element(_ label: Label) -> String {
    let isRightToLeft = startsRightToLeft(label.text)
    let anchor =
      switch label.anchor {
      case .left: isRightToLeft ? "end" : "start"
      case .middle: "middle"
      case .right: isRightToLeft ? "start" : "end"
      }
    var text = "<text class=\"\(label.style.cssClass)"
    if label.mark != .plain { text += " \(label.mark.cssClass)" }
    text += "\" x=\"\(number(label.x))\" y=\"\(number(label.baseline))\""
    if anchor != "start" { text += " text-anchor=\"\(anchor)\"" }
    if isRightToLeft { text += " direction=\"rtl\"" }
    return text + ">\(HTMLText.escape(label.text))</text>"
  }

  /// The first letter decides, as in the bidirectional algorithm's paragraph level.
  private static func startsRightToLeft(_ text: String) -> Bool {
    guard let letter = text.unicodeScalars.first(where: \.properties.isAlphabetic) else { return false }
    switch letter.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: return true
    default: return false
    }
  }

  /// At most `decimals` places, no trailing zeros.
  static func number(_ value: Double, decimals: Int = 1) -> String {
    guard let digits = DecimalDigits(value)?.rounded(decimals: decimals) else { return "0" }
    let fraction = digits.fraction(digits.fractionCount)
    return (digits.isNegative ? "-" : "") + digits.whole + (fraction.isEmpty ? "" : ".\(fraction)")
  }
}
