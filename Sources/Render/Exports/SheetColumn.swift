import Audit
import Workbooks

/// A column of a sheet: what stands over it, and what each row has in it.
struct SheetColumn<Row> {
  let column: WorkbookDraft.Column
  let cell: (Row) -> WorkbookDraft.Cell

  init(_ head: String, width: Int, wraps: Bool = true, cell: @escaping (Row) -> WorkbookDraft.Cell) {
    column = WorkbookDraft.Column(head, width: width, wraps: wraps)
    self.cell = cell
  }
}

extension WorkbookDraft.Sheet {
  init<Row>(name: String, columns: [SheetColumn<Row>], rows: [Row]) {
    self.init(name: name, columns: columns.map(\.column), rows: rows.map { row in columns.map { $0.cell(row) } })
  }
}

extension WorkbookDraft.Cell {
  static func words(_ text: String?) -> WorkbookDraft.Cell { text.map { .text($0) } ?? .empty }

  static func date(_ day: Day?) -> WorkbookDraft.Cell { day.map { .day($0.ordinal) } ?? .empty }

  static func count(_ count: Int?) -> WorkbookDraft.Cell { count.map { .number(Double($0), .count) } ?? .empty }

  /// Twelve significant digits, as in `data/statistics.csv`.
  static func rounded(_ value: Double?, _ style: WorkbookDraft.NumberStyle) -> WorkbookDraft.Cell {
    value.flatMap(CanonicalNumber.text).flatMap { Double($0) }.map { .number($0, style) } ?? .empty
  }
}
