import Audit

extension StandardRecord {
  /// Standards that are held against the cell and were checked, in their order.
  static func gather(_ cell: Cell, _ project: Project) -> [StandardRecord] {
    project.standardRecords.filter { $0.standard.isHeld(against: cell) }
  }

  /// `standard S1 “Greeted within 30 seconds” met in 2 of 7 visits`.
  var text: String { "\(name) met \(occasions)" }

  /// `standard S1 “Greeted within 30 seconds”`; a criterion that stands for no standard has no id that anyone knows.
  var name: String { criterion == nil ? "standard \(standard.id) “\(standard.text)”" : "criterion “\(standard.text)”" }

  private var occasions: String {
    isByVisit
      ? "in \(FigureText.count(met)) of \(FigureText.counted(checks, "visit"))"
      : "on \(FigureText.count(met)) of \(FigureText.counted(checks, "occasion"))"
  }
}
