import Audit

extension StandardRecord {
  /// Standards that are held against the cell and were checked, in their order.
  ///
  /// What auditors alone saw (`isSeen`) is one matter: where it names no dimension, a standard of some dimension need not
  /// speak of it.
  static func gather(_ cell: Cell, isSeen: Bool, _ project: Project) -> [StandardRecord] {
    project.standardRecords.filter {
      $0.standard.isHeld(against: cell) && !(isSeen && cell.dimension == nil && $0.standard.dimension != nil)
    }
  }

  /// `standard S1 “Greeted within 30 seconds” met in 2 of 7 visits`.
  var text: String { say("\(name) met \(occasions)") }

  /// `standard S1 “Greeted within 30 seconds”`; a criterion that stands for no standard has no id that anyone knows.
  var name: String {
    criterion == nil ? say("standard \(standard.id) “\(standard.text)”") : say("criterion “\(standard.text)”")
  }

  private var occasions: String {
    let (part, all) = (FigureText.count(met), FigureText.count(checks))
    if isByVisit { return checks == 1 ? say("in \(part) of \(all) visit") : say("in \(part) of \(all) visits") }
    return checks == 1 ? say("on \(part) of \(all) occasion") : say("on \(part) of \(all) occasions")
  }
}
