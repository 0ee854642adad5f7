import Audit
import CSV

extension ColumnPlan {
  /// Every different text is a code of its own, in the order met; what the texts mean is settled at the end.
  var isInterned: Bool {
    switch decoding {
    case .category(let decoding): CategoryReading(decoding).closedGroups == nil
    case .rating, .bands, .period, .weight, .identifier, .text: false
    }
  }

  /// How the scanner turns the column's cells into codes.
  var reading: ColumnReading {
    switch decoding {
    case .rating(let decoding):
      let reading = CellReading(decoding)
      return .coded { reading.code(of: $0) }
    case .category(let decoding):
      let reading = CategoryReading(decoding)
      guard let groups = reading.closedGroups else { return .interned }
      var codes: [String: Int16] = [:]
      for (code, group) in groups.enumerated() { codes[group] = Int16(code) }
      return .coded { [codes] in ColumnPlan.code(of: $0, reading, codes) }
    case .bands(let decoding):
      let reading = BandReading(decoding)
      return .coded { reading.code(of: $0) }
    case .period(let decoding):
      let reading = PeriodReading(decoding)
      return .coded { reading.code(of: $0) }
    case .weight(let missing, let decimalComma):
      let reading = WeightReading(missing: missing, decimalComma: decimalComma)
      return .valued { reading.read($0) }
    case .identifier: return .valued { ColumnPlan.identify($0) }
    case .text: return .coded { CellReading.presence(of: $0) }
    }
  }

  /// Its cells are days, cut into periods.
  var isDay: Bool {
    if case .period = decoding { true } else { false }
  }

  /// The column gives a value beside its code.
  var isValued: Bool {
    switch decoding {
    case .weight, .identifier: true
    case .rating, .category, .bands, .period, .text: false
    }
  }

  /// The group that the respondent's rows fall into, and the bits that stand for the respondent.
  private static func identify(_ cell: [UInt8]) -> (code: Int16, value: Int) {
    var text = cell
    // Ids are mostly letters and digits, of which nothing is cut off.
    if cell.isEmpty || !cell.allSatisfy({ $0 > 32 && $0 < 127 }) {
      let code = CellReading.presence(of: cell)
      guard code >= 0 else { return (code, 0) }
      text = Array(String(decoding: cell, as: UTF8.self).trimmingBlanks.utf8)
    }
    let group = Int16(truncatingIfNeeded: MomentTally.group(of: text))
    return (group, Int(Int64(bitPattern: RespondentRows.hash(text))))
  }

  private static func code(of cell: [UInt8], _ reading: CategoryReading, _ codes: [String: Int16]) -> Int16 {
    guard let text = String(validating: cell, as: UTF8.self) else { return CellReading.undecodable }
    switch reading.meaning(of: text) {
    case .missing: return CellCode.missing
    case .group(let group): return codes[group] ?? CellReading.unknownText
    case .unknown: return CellReading.unknownText
    }
  }

  /// What a code of the column stands for; nil where it is no answer. `texts` are those of an interned column.
  func value(of code: Int, texts: [[UInt8]]) -> String? {
    switch decoding {
    case .category(let decoding):
      let reading = CategoryReading(decoding)
      if let groups = reading.closedGroups { return groups.indices.contains(code) ? groups[code] : nil }
      guard texts.indices.contains(code) else { return nil }
      switch reading.meaning(of: String(decoding: texts[code], as: UTF8.self)) {
      case .missing, .unknown: return nil
      case .group(let group): return group
      }
    case .bands(let decoding): return decoding.labels.indices.contains(code) ? decoding.labels[code] : nil
    case .period(let decoding): return code < 0 ? nil : PeriodReading(decoding).label(of: code)
    case .rating, .weight, .identifier, .text: return nil
    }
  }

  /// What each code of the column stands for, as far as there are texts or groups.
  func values(texts: [[UInt8]]) -> [String?] {
    let count =
      switch decoding {
      case .category(let decoding): CategoryReading(decoding).closedGroups?.count ?? texts.count
      case .bands(let decoding): decoding.labels.count
      case .rating, .period, .weight, .identifier, .text: 0
      }
    return (0..<count).map { value(of: $0, texts: texts) }
  }
}

extension SurveyPlan {
  /// The code of a row that is finished; below any where no text means so.
  var finishedCode: Int {
    guard let position = rows.finished, case .category(let decoding) = columns[position].decoding else { return .min }
    return CategoryReading(decoding).closedGroups?.firstIndex(of: "finished") ?? .min
  }
}
