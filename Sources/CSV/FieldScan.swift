/// One field found in a buffer, and how it ended.
@safe struct FieldScan {
  enum End {
    case delimiter, record
    /// The bytes held end inside the field; more may follow.
    case incomplete
  }

  /// Content, quotes left out; doubled quotes are still doubled.
  var content: UnsafeBufferPointer<UInt8>
  /// First byte behind the field and what ended it.
  var next: UnsafePointer<UInt8>
  var end: End
  /// A doubled quote stands in the content.
  var isEscaped = false
  /// The field began with a quote.
  var isQuoted = false
  /// A quote where none may be.
  var isStray = false
  /// A quote opened and the file ended before it closed.
  var isUnclosed = false

  /// Scans the field that begins at `start`; bytes from `limit` on are not part of the file, or not held yet.
  @inline(__always)
  static func scan(
    at start: UnsafePointer<UInt8>, limit: UnsafePointer<UInt8>, isFinal: Bool, dialect: Dialect, marks: FieldMarks
  ) -> FieldScan {
    if unsafe start < limit && start.pointee == dialect.quote {
      return unsafe quoted(at: start, limit: limit, isFinal: isFinal, dialect: dialect, marks: marks)
    }
    var p = unsafe start
    var isStray = false
    // The padding behind the limit is line feeds, so this stops.
    while true {
      let found = unsafe marks.all(at: p)
      if found == 0 {
        unsafe p += 16
        continue
      }
      unsafe p += found.trailingZeroBitCount >> 2
      if unsafe p.pointee != dialect.quote { break }
      isStray = true
      unsafe p += 1
    }
    var field = unsafe FieldScan(
      content: UnsafeBufferPointer(start: start, count: p - start), next: p, end: .record, isStray: isStray)
    unsafe field.finish(limit: limit, isFinal: isFinal, dialect: dialect)
    return field
  }

  private static func quoted(
    at start: UnsafePointer<UInt8>, limit: UnsafePointer<UInt8>, isFinal: Bool, dialect: Dialect, marks: FieldMarks
  ) -> FieldScan {
    var p = unsafe start + 1
    var isEscaped = false
    while true {
      // No quote stands in the padding.
      while unsafe p < limit {
        let found = unsafe marks.quotes(at: p)
        unsafe p += found == 0 ? 16 : found.trailingZeroBitCount >> 2
        if found != 0 { break }
      }
      if unsafe p >= limit {
        let rest = unsafe UnsafeBufferPointer(start: start + 1, count: limit - start - 1)
        return unsafe FieldScan(content: rest, next: limit, end: isFinal ? .record : .incomplete, isUnclosed: isFinal)
      }
      if unsafe p + 1 < limit && p[1] == dialect.quote {
        isEscaped = true
        unsafe p += 2
        continue
      }
      // A quote at the very end of the bytes held may be the first half of a doubled one.
      if unsafe p + 1 == limit && !isFinal {
        return unsafe FieldScan(content: UnsafeBufferPointer(start: start, count: 0), next: limit, end: .incomplete)
      }
      break
    }
    let content = unsafe UnsafeBufferPointer(start: start + 1, count: p - start - 1)
    unsafe p += 1
    var isStray = false
    while unsafe p.pointee != dialect.delimiter && p.pointee != 10 && p.pointee != 13 {
      isStray = true
      unsafe p += 1
    }
    var field = unsafe FieldScan(
      content: content, next: p, end: .record, isEscaped: isEscaped, isQuoted: true, isStray: isStray)
    unsafe field.finish(limit: limit, isFinal: isFinal, dialect: dialect)
    return field
  }

  /// Steps over the delimiter or line break at `next`.
  @inline(__always)
  private mutating func finish(limit: UnsafePointer<UInt8>, isFinal: Bool, dialect: Dialect) {
    if unsafe next >= limit {
      end = isFinal ? .record : .incomplete
      unsafe next = limit
    } else if unsafe next.pointee == dialect.delimiter {
      end = .delimiter
      unsafe next += 1
    } else if unsafe next.pointee == 10 {
      end = .record
      unsafe next += 1
    } else if unsafe next + 1 >= limit && !isFinal {
      end = .incomplete
    } else {
      end = .record
      unsafe next += next + 1 < limit && next[1] == 10 ? 2 : 1
    }
  }

  /// The content as bytes, doubled quotes made single.
  func bytes(quote: UInt8) -> [UInt8] {
    guard isEscaped else { return unsafe Array(content) }
    var result: [UInt8] = []
    result.reserveCapacity(unsafe content.count)
    var skip = false
    for i in unsafe 0..<content.count {
      let byte = unsafe content[i]
      if skip {
        skip = false
        continue
      }
      result.append(byte)
      skip = byte == quote
    }
    return result
  }
}
