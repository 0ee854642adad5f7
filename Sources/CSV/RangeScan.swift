/// Finds where records begin, so that a file can be scanned in several stretches side by side.
public enum RecordBoundary {
  /// Offset of a place at or behind `offset` that looks like the beginning of a record of `fieldCount` fields.
  ///
  /// A line break inside quotes can look like one, so the guess is checked against the following records, and whoever
  /// scans the stretch before must compare: a stretch is valid only if the one before ends where it begins.
  ///
  /// - Returns: nil when there is no such place in the next megabyte.
  /// - Throws: ``CSVError``.
  public static func guess(
    in file: CSVFile, near offset: Int, fieldCount: Int
  ) throws(CSVError) -> Int? {
    // Records are mostly short: a small piece decides, and larger ones are read only where it does not.
    for capacity in [1 << 13, 1 << 16, 1 << 20] {
      var window = try ByteWindow(file, from: offset, capacity: capacity, countsLines: false)
      _ = try window.advance(consuming: 0)
      if let place = guess(in: window, dialect: file.dialect, fieldCount: fieldCount) {
        return window.baseOffset + place
      }
    }
    return nil
  }

  /// Offset in the window of the first place that looks like the beginning of a record.
  private static func guess(in window: borrowing ByteWindow, dialect: Dialect, fieldCount: Int) -> Int? {
    let limit = unsafe window.start + window.filled
    var p = unsafe window.start
    for _ in 0..<64 {
      while unsafe p < limit && p.pointee != 10 { unsafe p += 1 }
      guard unsafe p < limit else { return nil }
      unsafe p += 1
      if unsafe looksLikeRecords(at: p, limit: limit, dialect: dialect, fieldCount: fieldCount) {
        return unsafe p - window.start
      }
    }
    return nil
  }

  /// The next four records, as far as they are held and one at least, have the right number of fields and no stray quote.
  private static func looksLikeRecords(
    at start: UnsafePointer<UInt8>, limit: UnsafePointer<UInt8>, dialect: Dialect, fieldCount: Int
  ) -> Bool {
    let marks = FieldMarks(dialect)
    var p = unsafe start
    for whole in 0..<4 {
      if unsafe p >= limit { return whole > 0 }
      var fields = 0
      while true {
        let field = unsafe FieldScan.scan(at: p, limit: limit, isFinal: false, dialect: dialect, marks: marks)
        if field.end == .incomplete { return whole > 0 }
        if field.isStray { return false }
        fields += 1
        unsafe p = field.next
        if field.end == .record { break }
      }
      if fields != fieldCount { return false }
    }
    return true
  }
}

extension RecordBoundary {
  /// Size in bytes of a plain file in UTF-8; nil for one that has to be unpacked or converted and so is read front to back.
  ///
  /// - Throws: ``CSVError``.
  public static func size(of file: CSVFile) throws(CSVError) -> Int? {
    guard file.encoding == .utf8 else { return nil }
    let source = try ByteSource.open(file.origin)
    return source.size
  }
}
