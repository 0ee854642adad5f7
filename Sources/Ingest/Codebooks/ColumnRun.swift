/// A run of columns such as `E1..E4`, which counts up the last number in the name.
enum ColumnRun {
  enum Reading: Equatable {
    /// There is no `..` in it.
    case single
    case run([String])
    /// There is, but the ends do not form a run.
    case malformed
  }

  /// Columns a run may have.
  private static let limit = 20_000

  static func read(_ text: String) -> Reading {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return ends.count == 1 ? .single : .malformed }
    guard let first = Numbered(String(ends[0]).trimmingBlanks), let last = Numbered(String(ends[1]).trimmingBlanks),
      first.before == last.before, first.after == last.after, first.number <= last.number,
      last.number - first.number < limit, last.digits == first.padded(last.number)
    else { return .malformed }
    return .run((first.number...last.number).map { first.name(with: $0) })
  }

  /// A name around its last number.
  private struct Numbered {
    var before: String
    var digits: String
    var number: Int
    var after: String

    init?(_ name: String) {
      let scalars = Array(name.unicodeScalars)
      func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
      guard let last = scalars.lastIndex(where: isDigit) else { return nil }
      let first = (scalars[...last].lastIndex { !isDigit($0) } ?? -1) + 1
      func text(_ part: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(part)) }
      digits = text(scalars[first...last])
      guard let number = Int(digits) else { return nil }
      self.number = number
      before = text(scalars[..<first])
      after = text(scalars[(last + 1)...])
    }

    /// As wide as the first number of the run: `08` is followed by `09`.
    func padded(_ number: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, digits.count - text.count)) + text
    }

    func name(with number: Int) -> String { before + padded(number) + after }
  }
}
