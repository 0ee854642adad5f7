/// How the cells of a column become codes.
public enum ColumnReading: Sendable {
  /// Not read at all.
  case skip
  /// By a function of the cell's bytes (quotes removed), remembered for cells that are alike.
  ///
  /// The function returns a level ≥ 0, ``CellCode/missing``, ``CellCode/notApplicable`` or a problem below them.
  case coded(@Sendable ([UInt8]) -> Int16)
  /// By a function of the cell's bytes that gives a value of 64 bits beside the code, for each cell anew.
  case valued(@Sendable ([UInt8]) -> (code: Int16, value: Int))
  /// Each different text, blanks around it trimmed, is its own level in the order met; an empty cell is missing.
  case interned

  /// Different texts that an interned column may have; a cell beyond them is ``CellCode/tooMany``.
  public static let textLimit = 32_000
}

/// Codes that are no levels. Anything below ``notApplicable`` is a problem of the caller's choosing.
public enum CellCode {
  /// No answer.
  public static let missing: Int16 = -1
  /// Asked, but does not apply.
  public static let notApplicable: Int16 = -2
  /// The bytes are no UTF-8; the scanner's own where a column is interned.
  public static let undecodable: Int16 = -5
  /// The scanner's own: an interned column has more different texts than ``ColumnReading/textLimit``.
  public static let tooMany: Int16 = -100
}

/// A cell whose code is a problem.
public struct CellProblem: Hashable, Sendable {
  /// 0-based column.
  public var column: Int
  /// The code below ``CellCode/notApplicable``.
  public var code: Int16
  /// 1-based, counted from where the scan began.
  public var line: Int
  /// 1-based column in Unicode scalars of the line.
  public var position: Int
  /// The cell's bytes, quotes removed; at most 200.
  public var cell: [UInt8]
  /// The line's bytes, without its break; cut behind the cell when it is long.
  public var lineBytes: [UInt8]
}

/// A record that could not be used.
public struct RecordProblem: Hashable, Sendable {
  /// Why.
  public enum Reason: Hashable, Sendable {
    /// It has this many fields, not as many as the header.
    case fieldCount(Int, lines: Int)
    /// A quote stands where none may be, in this 0-based field.
    ///
    /// Where the record goes over several `lines`, the quote may have been left open.
    case strayQuote(field: Int, lines: Int)
  }

  /// Why it cannot be used.
  public var reason: Reason
  /// 1-based, counted from where the scan began.
  public var line: Int
  /// 1-based column in Unicode scalars of the place, 1 for the whole record.
  public var position: Int
  /// The bytes of the line of that place, without its break; cut behind the place when it is long.
  public var lineBytes: [UInt8]
}
