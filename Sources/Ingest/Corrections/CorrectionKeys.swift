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
    plan.measure = reader.string("measure")
    plan.target = reader.number("target")
    plan.after = references("after", &reader)
    plan.affects = reader.texts("affects").map(\.text)
    if let status = reader.enumeration("status", as: Correction.Status.self) { plan.status = status }
    readAcceptance(&reader, into: &plan)
    reader.warnUnused("where", "compare-with")
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
    reader.texts(key).map { text in
      Correction.Reference(id: text.text, location: reader.source.place(of: text.span).location)
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

extension MappingReader {
  /// Where a reference is written.
  fileprivate func place(of reference: Correction.Reference) -> Place {
    guard let line = reference.location.line, let column = reference.location.column else {
      return Place(reference.location)
    }
    return source.place(of: TextSpan(line: line, column: column, length: reference.id.unicodeScalars.count))
  }
}
