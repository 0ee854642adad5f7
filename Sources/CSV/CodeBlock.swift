/// Rows of codes, column after column, handed over while a file is scanned.
@safe public struct CodeBlock: ~Copyable {
  /// Rows a block holds at most.
  public static let capacity = 256

  /// Rows in this block.
  public internal(set) var rows = 0
  let codes: UnsafeMutablePointer<Int16>
  private let count: Int

  init(columns: Int) {
    count = max(columns, 1) * CodeBlock.capacity
    unsafe codes = .allocate(capacity: count)
    unsafe codes.initialize(repeating: 0, count: count)
  }

  deinit {
    unsafe codes.deallocate()
  }

  /// Calls `body` with the codes of the block: those of the k-th column that is read begin at `k · capacity`.
  public borrowing func withCodes(_ body: (Span<Int16>) -> Void) {
    unsafe body(Span(_unsafeStart: UnsafePointer(codes), count: count))
  }
}
