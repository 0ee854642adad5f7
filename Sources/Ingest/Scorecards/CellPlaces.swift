import Audit

/// Finds a cell of a small CSV file again, to point at it.
struct CellPlaces {
  let file: String
  /// Nil where the file's text is not at hand: then places name lines alone.
  let source: SourceText?
  let delimiter: UInt8
  let quote: UInt8

  func place(ofLine line: Int) -> Place {
    source?.place(of: TextSpan(line: line, column: 1)) ?? Place(SourceLocation(file, line: line))
  }

  /// The `field` (0-based) of the record that begins on `line`; `length` scalars of it are underlined.
  func place(line: Int, field: Int, length: Int) -> Place {
    guard let source else { return place(ofLine: line) }
    let quote = Unicode.Scalar(quote)
    var number = line
    var fields = 0
    var isQuoted = false
    while let text = source.line(number) {
      let scalars = Array(text.unicodeScalars)
      for (offset, scalar) in scalars.enumerated() {
        if fields == field {
          let skipped = scalars[offset...].prefix { $0.properties.isWhitespace || $0 == quote }.count
          return source.place(of: TextSpan(line: number, column: offset + skipped + 1, length: max(1, length)))
        }
        if scalar == quote { isQuoted.toggle() }
        if !isQuoted, scalar == Unicode.Scalar(delimiter) { fields += 1 }
      }
      guard isQuoted else { break }
      number += 1
    }
    return place(ofLine: line)
  }
}
