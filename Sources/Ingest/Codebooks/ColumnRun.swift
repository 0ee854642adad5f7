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
    guard let first = NumberedName(String(ends[0]).trimmingBlanks),
      let last = NumberedName(String(ends[1]).trimmingBlanks),
      first.before == last.before, first.after == last.after, first.number <= last.number,
      last.number - first.number < limit, last.digits == first.padded(last.number)
    else { return .malformed }
    return .run((first.number...last.number).map { first.before + first.padded($0) + first.after })
  }
}
