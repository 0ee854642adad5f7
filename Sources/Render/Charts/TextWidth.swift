/// How wide a text will be drawn, so that labels can be laid out without a browser.
///
/// Advance widths of Helvetica and Arial in thousandths of the type size, with a margin for the faces that stand in for
/// them; other scripts by their widest common letters.
enum TextWidth {
  /// Faces that replace Helvetica run up to this much wider.
  private static let margin = 1.09
  private static let boldFactor = 1.07

  /// Width in the units of `size`.
  static func of(_ text: some StringProtocol, size: Double, isBold: Bool = false) -> Double {
    let thousandths = text.unicodeScalars.reduce(0) { $0 + width($1) }
    return Double(thousandths) / 1000 * size * margin * (isBold ? boldFactor : 1)
  }

  /// Printable ASCII from the space on.
  private static let ascii: [Int] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: ascii[Int(scalar.value) - 0x20]
    case 0..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF: 0
    case 0x300...0x36F, 0x483...0x489, 0x591...0x5C7, 0x610...0x61A, 0x64B...0x65F, 0x20D0...0x20FF: 0
    case 0xA0, 0x2009, 0x202F: 278
    case 0x2013: 556
    case 0x2014, 0x2026, 0x2122: 1000
    case 0x2018...0x201A: 222
    case 0x201C...0x201E: 333
    case 0x2212, 0x2190...0x21FF: 600
    case 0xC0...0xDE: 780
    case 0xDF...0x24F: 600
    case 0x250...0x3FF, 0x1E00...0x1FFF: 680
    case 0x400...0x52F: 760
    case 0x530...0x5FF, 0x7C0...0x8FF: 640
    case 0x600...0x7BF, 0xFB50...0xFDFF, 0xFE70...0xFEFE: 620
    case 0x900...0x10FF: 800
    case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60: 1000
    case 0xFFE0...0xFFE6, 0x1F000...0x1FAFF, 0x20000...0x3FFFF: 1300
    default: 900
    }
  }
}
