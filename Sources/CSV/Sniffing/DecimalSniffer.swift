/// Finds out whether a decimal point is a comma.
enum DecimalSniffer {
  /// `3,5` stands in more cells than `3.5`.
  ///
  /// Three digits behind the mark may be thousands and count for neither.
  static func usesComma(_ text: [UInt8], isCut: Bool, dialect: Dialect) -> Bool {
    var (commas, points) = (0, 0)
    _ = unsafe SampleRecords.forms(of: text, isCut: isCut, dialect: dialect) { cell in
      switch unsafe mark(in: cell) {
      case UInt8(ascii: ","): commas += 1
      case UInt8(ascii: "."): points += 1
      default: break
      }
    }
    return commas > points
  }

  /// The one mark between the digits of a number.
  private static func mark(in cell: UnsafeBufferPointer<UInt8>) -> UInt8? {
    guard cell.count <= 24 else { return nil }
    var mark: UInt8?
    var (before, behind) = (0, 0)
    for index in 0..<cell.count {
      let byte = unsafe cell[index]
      switch byte {
      case 48...57: if mark == nil { before += 1 } else { behind += 1 }
      case UInt8(ascii: ","), UInt8(ascii: "."):
        if mark != nil { return nil }
        mark = byte
      case UInt8(ascii: "-") where index == 0, 32: break
      default: return nil
      }
    }
    return before > 0 && behind > 0 && behind != 3 ? mark : nil
  }
}
