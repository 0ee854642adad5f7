import Audit

/// What the register can be narrowed by, in the order of its fields.
enum RegisterFilter: String, CaseIterable {
  case findingClass = "class"
  case touchpoint, dimension, segment, evidence, status, owner

  var name: String {
    switch self {
    case .findingClass: say("Class")
    case .touchpoint: say("Touchpoint")
    case .dimension: say("Dimension")
    case .segment: say("Segment")
    case .evidence: say("Shown by")
    case .status: say("State")
    case .owner: say("Owner")
    }
  }

  var all: String {
    switch self {
    case .findingClass: say("All classes")
    case .touchpoint: say("All touchpoints")
    case .dimension: say("All dimensions")
    case .segment: say("All customers")
    case .evidence: say("All evidence")
    case .status: say("All states")
    case .owner: say("All owners")
    }
  }
}

/// A field with the values that rows have, each once, in the order of the sets they come from.
struct FilterView: View {
  var id: String
  var name: String
  var all: String
  var options: [OptionView]

  static let fields: [Field<FilterView>] = [
    .text("id", \.id), .text("name", \.name), .text("all", \.all), .list("options", \.options),
  ]

  /// Nil where there is nothing to choose.
  init?(_ filter: RegisterFilter, _ rows: [RegisterRowView], _ context: SiteContext) {
    let present = Set(rows.map { $0.value(of: filter) }).subtracting([""])
    guard present.count > 1 || (present.count == 1 && rows.contains { $0.value(of: filter).isEmpty }) else {
      return nil
    }
    id = filter.rawValue
    name = filter.name
    all = filter.all
    options = Self.choices(filter, rows, context).filter { present.contains($0.value) }
  }

  private static func choices(
    _ filter: RegisterFilter, _ rows: [RegisterRowView], _ context: SiteContext
  ) -> [OptionView] {
    switch filter {
    case .findingClass:
      FindingClass.allCases.map { OptionView(value: $0.rawValue, label: FindingWords.name($0)) }
    case .touchpoint:
      context.phases.flatMap(\.touchpoints).map { OptionView(value: $0.id, label: $0.name) }
    case .dimension:
      context.dimensions.map { OptionView(value: $0.id, label: $0.name) }
    case .segment: segments(rows, context)
    case .evidence:
      Finding.Support.allCases.map { OptionView(value: $0.rawValue, label: name($0)) }
    case .status:
      Finding.Status.allCases.map { OptionView(value: $0.rawValue, label: FindingWords.name($0)) }
    case .owner:
      Set(rows.map(\.finding.owner)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        .map { OptionView(value: $0, label: $0) }
    }
  }

  private static func name(_ support: Finding.Support) -> String {
    switch support {
    case .confirmed: say("confirmed")
    case .surveyOnly: say("survey only")
    case .seenOnly: say("seen only")
    }
  }

  /// In the order in which the register first names them.
  private static func segments(_ rows: [RegisterRowView], _ context: SiteContext) -> [OptionView] {
    var seen: Set<String> = []
    return rows.compactMap { row in
      guard let part = row.part, seen.insert(row.segment).inserted else { return nil }
      let name = context.segments.first { $0.id == part.segment }?.name ?? part.segment
      return OptionView(value: row.segment, label: "\(name): \(part.value)")
    }
  }
}

/// A choice of a filter.
struct OptionView: View {
  var value: String
  var label: String

  static let fields: [Field<OptionView>] = [.text("value", \.value), .text("label", \.label)]
}

/// A deficiency in the register, with what it is filtered and sorted by.
struct RegisterRowView: View {
  var finding: FindingView
  var id: String
  var touchpoint: String
  var dimension: String
  var classId: String
  var status: String
  var part: Slice.Part?
  var evidence: String
  /// Share of customers seriously failed, 0…1, and the answers it rests on; empty without.
  var failed: String
  var answers: String
  /// `YYYY-MM-DD`, empty without.
  var due: String

  /// `tier=basic`, empty for all customers.
  var segment: String { part.map { "\($0.segment)=\($0.value)" } ?? "" }
  var owner: String { finding.owner }

  static let fields: [Field<RegisterRowView>] = [
    .object("finding", \.finding), .text("id", \.id), .text("touchpoint", \.touchpoint),
    .text("dimension", \.dimension), .text("classId", \.classId), .text("status", \.status),
    .text("segment", \.segment), .text("evidence", \.evidence), .text("owner", \.owner), .text("failed", \.failed),
    .text("answers", \.answers), .text("due", \.due),
  ]

  init(_ finding: Finding, _ context: SiteContext) {
    self.finding = FindingView(finding, on: .register, context)
    id = finding.id
    touchpoint = finding.touchpoint ?? ""
    dimension = finding.dimension ?? ""
    classId = finding.findingClass.rawValue
    status = finding.status.rawValue
    part = finding.segment
    evidence = finding.support?.rawValue ?? ""
    failed = finding.reach.flatMap { CanonicalNumber.text($0.share) } ?? ""
    answers = finding.reach.map { String($0.n) } ?? ""
    due = finding.plan?.due?.iso ?? ""
  }

  func value(of filter: RegisterFilter) -> String {
    switch filter {
    case .findingClass: classId
    case .touchpoint: touchpoint
    case .dimension: dimension
    case .segment: segment
    case .evidence: evidence
    case .status: status
    case .owner: owner
    }
  }
}
