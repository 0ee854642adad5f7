import Foundation

/// A comment in which parts are replaced by what they were: `[phone]`.
///
/// Parts are found in a plain form that has one scalar for each of the text: full-width and other digits as ASCII digits,
/// every blank as a space, every dash as `-`. What is masked stands there as 0, which no rule takes for anything.
struct MaskedText {
  private let scalars: [Unicode.Scalar]
  /// The plain form, letters as they are.
  private(set) var plain: [Unicode.Scalar]
  private var masks: [(range: Range<Int>, name: String)] = []

  static let masked: Unicode.Scalar = "\u{0}"

  /// Composed (NFC), one line, without marks that nobody sees.
  init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars where !Self.isInvisible(scalar) {
      let isBlank = scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
      if !isBlank {
        scalars.append(scalar)
      } else if let last = scalars.last, last != " " {
        scalars.append(" ")
      }
    }
    if scalars.last == " " { scalars.removeLast() }
    self.scalars = scalars
    plain = scalars.map(Self.plain)
  }

  var count: Int { plain.count }

  /// Nil beyond either end.
  subscript(_ index: Int) -> Unicode.Scalar? { plain.indices.contains(index) ? plain[index] : nil }

  /// Replaces what stands there, as far as nothing else has.
  mutating func mask(_ range: Range<Int>, as name: String) {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, plain[end] != Self.masked { end += 1 }
      if end > start { masks.append((start..<end, name)) }
      for index in start..<end { plain[index] = Self.masked }
      start = end + 1
    }
  }

  /// The text with the names of what was masked in brackets.
  var text: String {
    var result = String.UnicodeScalarView()
    var index = 0
    for (range, name) in masks.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result.append(contentsOf: scalars[index..<range.lowerBound])
      result.append(contentsOf: "[\(name)]".unicodeScalars)
      index = range.upperBound
    }
    result.append(contentsOf: scalars[index...])
    return String(result)
  }

  /// Soft hyphens, joiners, marks of direction: they could hide a number from us, or turn a page's text around.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .format, .privateUse, .surrogate, .unassigned: scalar != "\u{200D}"
    default: scalar == "\u{FFFD}"
    }
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII { return scalar }
    if let value = scalar.properties.numericValue, scalar.properties.numericType == .decimal || isRaised(scalar) {
      return Unicode.Scalar(UInt8(48 + Int(value)))
    }
    switch scalar.value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: return "-"
    case 0x2018, 0x2019, 0x02BC: return "'"
    case 0x2024, 0x3002, 0xFF61: return "."
    case 0x200D: return "\u{200D}"
    default: return scalar
    }
  }

  /// Superscript and subscript digits.
  private static func isRaised(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType == .digit && (0...9).contains(scalar.properties.numericValue ?? -1)
  }
}

extension Unicode.Scalar {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }

  var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

  var isWordPart: Bool { isASCIIDigit || isASCIILetter || !isASCII && properties.isAlphabetic }

  /// The same letter in lower case, where that is one scalar.
  var lowered: Unicode.Scalar {
    if ("A"..."Z").contains(self) { return Unicode.Scalar(value + 32) ?? self }
    if isASCII { return self }
    let lower = properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first ?? self : self
  }

  var isUpper: Bool { properties.isUppercase || properties.generalCategory == .titlecaseLetter }
}
