import Audit

/// The bytes of a text file as text.
enum TextDecoding {
  /// UTF-8 without its byte-order mark, or a diagnostic at the first byte that is not UTF-8.
  static func text(of bytes: [UInt8], file: String) -> Result<SourceText, DiagnosedError> {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let text = String(validating: body, as: UTF8.self) { return .success(SourceText(text, file: file)) }
    return .failure(DiagnosedError(.notUTF8(at: place(ofInvalidByteIn: body, file: file))))
  }

  private static func place(ofInvalidByteIn bytes: ArraySlice<UInt8>, file: String) -> Place {
    let valid = validPrefix(of: bytes)
    var line = 1
    var lineStart = bytes.startIndex
    for index in bytes.startIndex..<valid {
      let isBreak =
        bytes[index] == UInt8(ascii: "\n")
        || bytes[index] == UInt8(ascii: "\r") && bytes[index + 1] != UInt8(ascii: "\n")
      if isBreak { (line, lineStart) = (line + 1, index + 1) }
    }
    let column = String(decoding: bytes[lineStart..<valid], as: UTF8.self).unicodeScalars.count + 1
    let rest = bytes[lineStart...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return Place(
      SourceLocation(file, line: line, column: column),
      excerpt: Excerpt(line: String(decoding: rest, as: UTF8.self), column: column))
  }

  /// Index of the first byte that does not belong to a well-formed scalar.
  private static func validPrefix(of bytes: ArraySlice<UInt8>) -> Int {
    var low = bytes.startIndex
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar): low += scalar.count
      case .emptyInput, .error: return low
      }
    }
  }
}
