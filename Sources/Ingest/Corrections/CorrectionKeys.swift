import Audit

/// The front matter of a correction plan.
struct CorrectionKeys {
  let slug: String

  func read(_ reader: inout MappingReader, into plan: inout Correction) {
    plan.title = reader.string("title") ?? ""
    plan.corrects = references("corrects", &reader)
    if plan.corrects.isEmpty, !reader.has("corrects") { reader.reportMissing("corrects") }
    plan.owner = reader.string("owner")
    plan.start = reader.day("start")
    plan.due = reader.day("due")
    plan.effort = effort(&reader)
    plan.cost = reader.number("cost", in: 0...(.infinity))
    plan.measure = references("measure", &reader).first
    let target = reader.level("target")
    (plan.target, plan.isTargetPercent) = (target?.value, target?.isPercent ?? false)
    plan.after = references("after", &reader)
    plan.affects = references("affects", &reader)
    if let status = reader.enumeration("status", as: Correction.Status.self) { plan.status = status }
    readAcceptance(&reader, into: &plan)
    let scopes = CorrectionScopes(&reader, corrects: plan.corrects)
    (plan.scope, plan.comparison) = (scopes.scope, scopes.comparison)
    checkAffects(plan, &reader)
    plan.places.start = location("start", &reader)
    plan.places.target = location("target", &reader)
    plan.places.status = location("status", &reader)
    if let start = plan.start, let due = plan.due, due < start {
      reader.report(.correctionDueBeforeStart(due, start: start, at: reader.place(ofKey: "due")))
    }
    if let own = plan.after.first(where: { $0.id == slug }) {
      reader.report(.correctionAfterItself(at: reader.place(of: own)))
    }
  }

  private func readAcceptance(_ reader: inout MappingReader, into plan: inout Correction) {
    plan.until = reader.day("until")
    plan.reason = reader.string("reason")
    plan.approver = reader.string("approver")
    let keys = ["until", "reason", "approver"]
    if plan.status == .accepted {
      let missing = keys.filter { !reader.has($0) }
      guard !missing.isEmpty else { return }
      reader.report(.correctionAcceptedWithout(missing, at: reader.place(ofKey: "status")))
    } else {
      for key in keys where reader.has(key) {
        reader.report(.correctionNotAccepted(key, at: reader.place(ofKey: key)))
      }
    }
  }

  private func references(_ key: String, _ reader: inout MappingReader) -> [Correction.Reference] {
    reader.references(key)
  }

  private func location(_ key: String, _ reader: inout MappingReader) -> SourceLocation? {
    reader.has(key) ? reader.place(ofKey: key).location : nil
  }

  /// What is touched as well is no comparison, and must name what it is.
  private func checkAffects(_ plan: Correction, _ reader: inout MappingReader) {
    let kinds = CorrectionScope.Kind.allCases.map(\.rawValue)
    for reference in plan.affects where !kinds.contains(where: { reference.id.hasPrefix($0 + ".") }) {
      reader.report(.correctionAffects(reference.id, kinds: kinds, at: reader.place(of: reference)))
    }
    for part in plan.comparison?.parts ?? [] {
      let affected = plan.affected(part.kind)
      for name in part.names where affected.contains(name.id) {
        reader.report(.correctionComparesAffected(name.id, at: reader.place(of: name)))
      }
    }
  }

  /// `S`, `M`, `L`, `15 days`, `15`, or `3 weeks` of five working days.
  private func effort(_ reader: inout MappingReader) -> Effort? {
    guard let scalar = reader.scalar("effort") else { return nil }
    if let effort = Self.effort(scalar.text) { return effort }
    reader.report(.correctionEffort(scalar.text, at: reader.source.place(of: scalar.span)))
    return nil
  }

  static func effort(_ text: String) -> Effort? {
    switch text {
    case "S": return .small
    case "M": return .medium
    case "L": return .large
    default: break
    }
    let words = text.split(separator: " ")
    guard (1...2).contains(words.count), let number = DecimalText.number(String(words[0])), number >= 0 else {
      return nil
    }
    switch words.count == 2 ? words[1].lowercased() : "days" {
    case "day", "days": return .days(number)
    case "week", "weeks": return .days(number * 5)
    default: return nil
    }
  }
}
