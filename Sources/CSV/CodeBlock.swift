/// Rows of codes, column after column, handed over while a file is scanned.
public struct CodeBlock: ~Copyable {
  /// Rows a block holds at most.
  public static let capacity = 256

  /// Rows in this block.
  public internal(set) var rows = 0
  /// Codes of every column that is read, `capacity` apart.
  var codes: [Int16]

  init(columns: Int) {
    codes = Array(repeating: 0, count: max(columns, 1) * CodeBlock.capacity)
  }

  /// Calls `body` with the codes of the block: those of the k-th column that is read begin at `k · capacity`.
  public borrowing func withCodes<Result>(_ body: (UnsafeBufferPointer<Int16>) -> Result) -> Result {
    unsafe codes.withUnsafeBufferPointer { unsafe body($0) }
  }
}
