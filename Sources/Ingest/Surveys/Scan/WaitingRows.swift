import CSV

extension BlockTally {
  /// Rows of one wave that are not counted yet.
  final class WaitingRows {
    let codes: CodeColumns
    var filled = 0
    /// Of each column that has values those of the rows.
    var values: [[Int]]

    init(columns: Int, valued: Int, capacity: Int) {
      values = Array(repeating: [], count: valued)
      codes = CodeColumns(count: columns, capacity: capacity)
    }
  }
}
