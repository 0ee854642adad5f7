/// Turns the cells of one column into codes; remembers what it has seen.
struct ColumnDecoder {
  let kind: ColumnPlaces.Kind
  private let resolve: (@Sendable ([UInt8]) -> Int16)?
  /// Position among the columns that are read.
  let slot: Int
  /// Codes of the cells `0` to `9`; none unless the column is coded.
  let digits: [Int16]
  private let valued: (@Sendable ([UInt8]) -> (code: Int16, value: Int))?
  /// Value of the cell read last, in a column of values.
  private(set) var value = 0
  private var memo = ByteTable()
  /// Texts of an interned column in the order of their codes.
  private(set) var texts: [[UInt8]] = []

  /// What was left out of the cell decoded last.
  private var cleaned: CellCleaning.Cleaned?

  private static let memoLimit = 4096
  private static let keyLimit = 256

  init(reading: ColumnReading, slot: Int) {
    self.slot = slot
    switch reading {
    case .skip:
      kind = .skipped
      (resolve, valued) = (nil, nil)
      digits = []
    case .coded(let function):
      kind = .coded
      (resolve, valued) = (function, nil)
      digits = (0..<10).map { function([48 + $0]) }
    case .interned:
      kind = .interned
      (resolve, valued) = (nil, nil)
      digits = []
    case .valued(let function):
      kind = .valued
      (resolve, valued) = (nil, function)
      digits = []
    }
  }

  var isSkipped: Bool { kind == .skipped }
  var isInterned: Bool { kind == .interned }

  /// The code of a cell.
  mutating func code(for field: FieldScan, quote: UInt8) -> Int16 {
    if field.isEscaped {
      let bytes = field.bytes(quote: quote)
      return unsafe bytes.withUnsafeBufferPointer { unsafe code(for: $0) }
    }
    return unsafe code(for: field.content)
  }

  private mutating func code(for content: UnsafeBufferPointer<UInt8>) -> Int16 {
    if kind == .interned { return unsafe interned(ColumnDecoder.trimmed(content)) }
    if content.isEmpty { return CellCode.missing }
    if let valued {
      let (code, value) = unsafe valued(Array(content))
      self.value = value
      return code
    }
    if let known = unsafe memo.code(for: content) { return known }
    if let code = unsafe uncleanCode(for: content) { return code }
    let code = unsafe resolve?(Array(content)) ?? CellCode.missing
    if content.count <= ColumnDecoder.keyLimit, memo.count < ColumnDecoder.memoLimit {
      unsafe memo.insert(content, code: code)
    }
    return code
  }

  /// The code of a cell with bytes that are left out; nil for all others. Such cells are never remembered.
  private mutating func uncleanCode(for content: UnsafeBufferPointer<UInt8>) -> Int16? {
    guard let found = unsafe CellCleaning.cleaned(content) else { return nil }
    let result = unsafe found.bytes.withUnsafeBufferPointer { unsafe code(for: $0) }
    cleaned = found
    return result
  }

  /// What was left out of the cell decoded last, told once.
  @inline(__always)
  mutating func takeCleaned() -> CellCleaning.Cleaned? {
    guard cleaned != nil else { return nil }
    defer { cleaned = nil }
    return cleaned
  }

  private mutating func interned(_ text: UnsafeBufferPointer<UInt8>) -> Int16 {
    if text.isEmpty { return CellCode.missing }
    if let known = unsafe memo.code(for: text) { return known }
    if let code = unsafe uncleanCode(for: text) { return code }
    guard unsafe UTF8Check.isValid(text) else { return CellCode.undecodable }
    guard texts.count < ColumnReading.textLimit else { return CellCode.tooMany }
    let code = Int16(texts.count)
    unsafe texts.append(Array(text))
    unsafe memo.insert(text, code: code)
    return code
  }

  /// Without blanks and tabs at either end.
  private static func trimmed(_ content: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var low = 0
    var high = content.count
    while low < high, unsafe content[low] == 32 || content[low] == 9 { low += 1 }
    while high > low, unsafe content[high - 1] == 32 || content[high - 1] == 9 { high -= 1 }
    return unsafe UnsafeBufferPointer(rebasing: content[low..<high])
  }
}
