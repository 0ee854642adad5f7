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
    var window = try ByteWindow(file, from: offset)
    _ = try window.advance(consuming: 0)
    let limit = unsafe window.start + window.filled
    var p = unsafe window.start
    for _ in 0..<64 {
      while unsafe p < limit && p.pointee != 10 { unsafe p += 1 }
      guard unsafe p < limit else { return nil }
      unsafe p += 1
      if unsafe looksLikeRecords(at: p, limit: limit, dialect: file.dialect, fieldCount: fieldCount) {
        return unsafe window.baseOffset + (p - window.start)
      }
    }
    return nil
  }

  /// The next four records, as far as they are held, have the right number of fields and no stray quote.
  private static func looksLikeRecords(
    at start: UnsafePointer<UInt8>, limit: UnsafePointer<UInt8>, dialect: Dialect, fieldCount: Int
  ) -> Bool {
    let marks = FieldMarks(dialect)
    var p = unsafe start
    for _ in 0..<4 {
      if unsafe p >= limit { return true }
      var fields = 0
      while true {
        let field = unsafe FieldScan.scan(at: p, limit: limit, isFinal: false, dialect: dialect, marks: marks)
        if field.end == .incomplete { return true }
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
