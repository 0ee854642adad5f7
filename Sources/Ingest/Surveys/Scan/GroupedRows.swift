import Audit
import CSV

/// Puts the rows of a block together by their group, and adds them to the moments of each (methodology 0.2, A10).
struct GroupedRows {
  private let groups: RowGroups
  private let sorted: SortedRows
  /// Columns of codes with the group: the respondent's, then the record's, which every row has.
  private let columns: (respondent: Int, record: Int)

  init(_ plan: SurveyPlan, columns widest: Int, capacity: Int) {
    groups = RowGroups(count: MomentTally.groups, capacity: capacity)
    sorted = SortedRows(columns: widest, groups: groups)
    columns = (plan.rows.respondent ?? plan.columns.count, plan.columns.count)
  }

  func sort(_ codes: CodeColumns, rows: Range<Int>) {
    groups.sort(codes, by: columns.respondent, else: columns.record, rows: rows)
  }

  /// Adds the rows that were added to `moments` last.
  func add(_ moments: MomentSums, _ workspace: MomentWorkspace, to parts: inout GroupedMoments?) {
    parts?.add(moments, workspace, groups, sorted)
  }
}
