import Audit

/// How often auditors found a standard met.
struct StandardRecord {
  var standard: Standard
  var met: Int
  var checks: Int
  /// Notes in which it was checked.
  var notes: Int
  /// The first check that missed, else the first.
  var source: (file: String, line: Int)

  /// Standards that are held against the cell and were checked, in configured order.
  static func gather(_ cell: Cell, _ project: Project) -> [StandardRecord] {
    project.configuration.standards.filter { $0.isHeld(against: cell) }.compactMap { standard in
      var met = 0
      var notes = 0
      var checks: [(file: String, line: Int, met: Bool)] = []
      for note in project.notes {
        let own = note.checks.filter { $0.standard == standard.id }
        if !own.isEmpty { notes += 1 }
        met += own.count(where: \.met)
        checks += own.map { (note.file, $0.line, $0.met) }
      }
      guard let source = checks.first(where: { !$0.met }) ?? checks.first else { return nil }
      return StandardRecord(
        standard: standard, met: met, checks: checks.count, notes: notes, source: (source.file, source.line))
    }
  }

  var share: Double { Double(met) / Double(checks) }

  var isMissed: Bool { share < standard.target }

  /// `standard S1 “Greeted within 30 seconds” met in 2 of 7 visits`.
  var text: String {
    let occasions =
      notes == checks
      ? "in \(met) of \(FigureText.counted(checks, "visit"))" : "on \(met) of \(FigureText.counted(checks, "occasion"))"
    return "standard \(standard.id) “\(standard.text)” met \(occasions)"
  }
}
