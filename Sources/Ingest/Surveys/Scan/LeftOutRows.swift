import Audit
import CSV

/// Lines of rows that are left out for what they say of themselves. The scan counts them without their lines, so the file
/// is read again as far as the first few.
struct LeftOutRows {
  /// Lines of the first few, 1-based.
  private(set) var withoutWave: [Int] = []
  private(set) var unfinished: [Int] = []
  let withoutWaveCount: Int
  let unfinishedCount: Int

  static func find(
    in file: SurveyFile, _ header: SurveyHeader, _ plan: SurveyPlan, withoutWave: Int, unfinished: Int, shown: Int
  ) throws(CSVError) -> LeftOutRows {
    var found = LeftOutRows(withoutWaveCount: withoutWave, unfinishedCount: unfinished)
    var reader = try RecordReader(file.source)
    let wanted = (min(shown, withoutWave), min(1, unfinished))
    while found.withoutWave.count < wanted.0 || found.unfinished.count < wanted.1,
      let record = try reader.nextRow(fieldCount: plan.fieldCount, header: header.bytes, from: header.dataOffset)
    {
      if let wave = plan.rows.wave, !plan.columns[wave].hasValue(record.fields) {
        if found.withoutWave.count < wanted.0 { found.withoutWave.append(record.line) }
      } else if let finished = plan.rows.finished, found.unfinished.count < wanted.1,
        plan.columns[finished].code(record.fields).map({ Int($0) }) != plan.finishedCode
      {
        found.unfinished.append(record.line)
      }
    }
    return found
  }
}

extension ColumnPlan {
  /// The code of the column's cell, nil where texts are interned.
  fileprivate func code(_ fields: [[UInt8]]) -> Int16? {
    guard case .coded(let code) = reading else { return nil }
    return code(fields[index])
  }

  /// The cell is neither empty nor unreadable.
  fileprivate func hasValue(_ fields: [[UInt8]]) -> Bool {
    if let code = code(fields) { return code >= 0 }
    return value(of: 0, texts: [fields[index]]) != nil
  }
}
