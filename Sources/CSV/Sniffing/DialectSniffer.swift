/// Finds delimiter and quote: those under which the records of a sample agree best.
struct DialectSniffer {
  /// Text as UTF-8, from the header on.
  let text: [UInt8]
  /// The text goes on behind the sample, so its last record may be half a one.
  let isCut: Bool

  private static let delimiters = Array(",;\t|".utf8)
  private static let doubleQuote = UInt8(ascii: "\"")
  private static let singleQuote = UInt8(ascii: "'")

  /// How the sample reads under one dialect.
  private struct Reading {
    var dialect: Dialect
    /// Share of the records that have the usual number of fields; 0 for a single column.
    var agreement = 0.0
    /// How good the reading is among others with the same quote.
    var score = 0.0
    /// Fields in quotes.
    var quoted = 0
    var ends = LineEndCount()

    var result: (Dialect, Sniffer.LineEnds) { (dialect, ends.kind) }
  }

  /// Line breaks behind records.
  struct LineEndCount: Equatable {
    var lf = 0
    var crlf = 0
    var cr = 0

    var kind: Sniffer.LineEnds {
      switch (lf > 0, crlf > 0, cr > 0) {
      case (_, false, false): .lf
      case (false, true, false): .crlf
      case (false, false, true): .cr
      case (true, true, _), (true, _, true), (_, true, true): .mixed
      }
    }
  }

  /// The dialect, with what is known beforehand, and how its lines end.
  func find(delimiter: UInt8?, quote: UInt8?) -> (dialect: Dialect, ends: Sniffer.LineEnds) {
    let delimiters = delimiter.map { [$0] } ?? DialectSniffer.delimiters.filter { text.contains($0) }
    if let quote { return best(of: delimiters, quote: quote).result }
    let double = best(of: delimiters, quote: DialectSniffer.doubleQuote)
    guard mayQuote(DialectSniffer.singleQuote) else { return double.result }
    // Double quotes stand unless single ones explain more, or are the only ones that stand around fields.
    let single = best(of: delimiters, quote: DialectSniffer.singleQuote)
    let isSingle =
      single.quoted >= 2 && single.agreement >= double.agreement
      && (double.quoted == 0 || single.agreement > double.agreement)
    return isSingle ? single.result : double.result
  }

  private func best(of delimiters: [UInt8], quote: UInt8) -> Reading {
    var best = read(Dialect(delimiter: delimiters.first ?? DialectSniffer.delimiters[0], quote: quote))
    for delimiter in delimiters.dropFirst() {
      let reading = read(Dialect(delimiter: delimiter, quote: quote))
      if reading.score > best.score { best = reading }
    }
    return best
  }

  /// It stands where a field may begin.
  private func mayQuote(_ quote: UInt8) -> Bool {
    var before: UInt8 = 10
    for byte in text.prefix(SampleRecords.byteLimit) {
      if byte == quote, before == 10 || before == 13 || DialectSniffer.delimiters.contains(before) { return true }
      before = byte
    }
    return false
  }

  private func read(_ dialect: Dialect) -> Reading {
    var reading = Reading(dialect: dialect)
    var counts: [Int: Int] = [:]
    var header: Int?
    var records = 0
    for record in unsafe SampleRecords.forms(of: text, isCut: isCut, dialect: dialect) where !record.isBlank {
      records += 1
      header = header ?? record.fields
      if !record.isStray { counts[record.fields, default: 0] += 1 }
      reading.quoted += record.quoted
      switch record.end {
      case .lf: reading.ends.lf += 1
      case .crlf: reading.ends.crlf += 1
      case .cr: reading.ends.cr += 1
      case .none: break
      }
    }
    let usual = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let usual, usual.key > 1 else { return reading }
    reading.agreement = Double(usual.value) / Double(records)
    let columns = 1 - 1 / Double(usual.key)
    reading.score = reading.agreement * reading.agreement * columns * (header == usual.key ? 1 : 0.5)
    return reading
  }
}
