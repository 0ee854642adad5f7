import TestSupport
import Testing

/// Figures that come from one procedure of `Tests/Fixtures/Surveys/reference/definitions.R`.
enum FigureGroup: String, CaseIterable {
  case column, item, dimension, overall, outcome, weights
  case reliability, jackknife, segment, parity, cmh, driver, contrast, unit, shrunken, change, raking, spearman
}

/// One figure of `figures.csv`.
struct ReferenceFigure {
  /// Wave, slice, kind, subject and statistic, as `data/statistics.csv` writes them.
  struct Address: Hashable, CustomStringConvertible {
    var wave: String
    var slice: String
    var kind: String
    var subject: String
    var statistic: String

    var description: String {
      "\(kind)/\(subject)/\(statistic)" + (slice == "all" ? "" : "[\(slice)]") + (wave.isEmpty ? "" : "@\(wave)")
    }
  }

  var group: FigureGroup
  /// The codebook's name, without `.yml`.
  var survey: String
  var address: Address
  var value: Double
  /// Rows that it rests on; nil where that is not compared.
  var n: Int?

  /// Agreement to 1e-9 of the value. A difference of two means has no more digits than they have, so what is below 1e-4
  /// agrees to 1e-13; a probability has all its digits down to where doubles lose some.
  func agrees(with found: Double) -> Bool {
    let statistic = address.statistic
    let isProbability = statistic == "p" || statistic.hasSuffix(".p") || statistic.hasSuffix(".p.weighted")
    return abs(found - value) <= 1e-9 * max(isProbability ? 1e-290 : 1e-4, abs(value))
  }

  /// All figures, in the order of the file.
  static func all() throws -> [ReferenceFigure] { try file.get() }

  private static let file = Result {
    try Repository.read("Tests/Fixtures/Surveys/reference/figures.csv").split(separator: "\n")
      .drop { $0.hasPrefix("#") }.dropFirst().map { try ReferenceFigure(line: $0) }
  }

  private init(line: Substring) throws {
    let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    try #require(cells.count == 9, "\(line)")
    group = try #require(FigureGroup(rawValue: cells[0]), "\(line)")
    survey = cells[1]
    address = Address(wave: cells[2], slice: cells[3], kind: cells[4], subject: cells[5], statistic: cells[6])
    value = try #require(Double(cells[7]), "\(line)")
    n = Int(cells[8])
  }
}
