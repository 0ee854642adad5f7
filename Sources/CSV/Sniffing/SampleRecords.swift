/// Reads a sample of text under a dialect that may be the wrong one.
enum SampleRecords {
  /// The form of one record.
  struct Form: Equatable {
    /// The line break behind it.
    enum End { case lf, crlf, cr, none }

    var fields = 0
    /// Without the line break.
    var bytes = 0
    /// Fields in quotes.
    var quoted = 0
    /// A quote stands where none may be, or never closes.
    var isStray = false
    var end = End.none

    var isBlank: Bool { fields == 1 && bytes == 0 }
  }

  /// What is looked at: some hundred records tell enough.
  static let byteLimit = 64 << 10
  private static let recordLimit = 300
  /// A sample that ends this far inside a record ends in a quote that should not be one.
  private static let quoteLimit = 16 << 10

  /// The forms of the first records; `onField` sees each of their fields.
  ///
  /// `isCut`: the text goes on behind the sample, so a record that it ends in is left out.
  static func forms(
    of text: [UInt8], isCut: Bool, dialect: Dialect, onField: (UnsafeBufferPointer<UInt8>) -> Void = { _ in }
  ) -> [Form] {
    let count = min(text.count, byteLimit)
    let isCut = isCut || count < text.count
    var forms: [Form] = []
    // Scanning wants readable bytes behind the last one, and line feeds there.
    let padded = Array(text.prefix(count)) + Array(repeating: 10, count: ByteWindow.padding)
    unsafe padded.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      let limit = unsafe start + count
      var p = unsafe start
      while unsafe p < limit && forms.count < recordLimit {
        guard let (form, next) = unsafe record(at: p, limit: limit, isCut: isCut, dialect, onField) else {
          if unsafe limit - p > quoteLimit { forms.append(Form(fields: 1, bytes: 1, isStray: true)) }
          break
        }
        forms.append(form)
        unsafe p = next
      }
    }
    return forms
  }

  /// Nil when the sample ends inside the record.
  private static func record(
    at start: UnsafePointer<UInt8>, limit: UnsafePointer<UInt8>, isCut: Bool, _ dialect: Dialect,
    _ onField: (UnsafeBufferPointer<UInt8>) -> Void
  ) -> (Form, UnsafePointer<UInt8>)? {
    var form = Form()
    let marks = FieldMarks(dialect)
    var isUnclosed = false
    var p = unsafe start
    while true {
      let field = unsafe FieldScan.scan(at: p, limit: limit, isFinal: !isCut, dialect: dialect, marks: marks)
      if field.end == .incomplete { return nil }
      unsafe onField(field.content)
      form.fields += 1
      isUnclosed = field.isUnclosed
      form.isStray = form.isStray || isUnclosed || field.isStray
      if unsafe !field.isStray && p < limit && p.pointee == dialect.quote { form.quoted += 1 }
      unsafe p = field.next
      if field.end == .record { break }
    }
    switch unsafe (!isUnclosed, p[-1]) {
    case (true, 10): form.end = unsafe p - start >= 2 && p[-2] == 13 ? .crlf : .lf
    case (true, 13): form.end = .cr
    default: form.end = .none
    }
    form.bytes = unsafe p - start - (form.end == .crlf ? 2 : form.end == .none ? 0 : 1)
    return unsafe (form, p)
  }
}
