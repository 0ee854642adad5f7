import Audit

/// Findings after the consultant has had a word on them.
struct WordsApplied {
  /// In the order in which they came.
  private(set) var findings: [Finding]
  /// Left out by the consultant, with what was computed and why.
  private(set) var hidden: [Finding] = []
  /// Ids of findings that became part of another, with the id of that one.
  private(set) var merged: [String: String] = [:]
  /// The keys of `merged`, in the order of the words.
  private(set) var parts: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// `aliases` lead from ids of notes to findings.
  init(_ words: [ConsultantWord], to findings: [Finding], aliases: [String: String]) {
    self.findings = findings
    let ids = findings.map(\.id)
    let known = words.filter { ids.contains(aliases[$0.finding] ?? $0.finding) }
    let hosts = Set(known.filter { !$0.merged.isEmpty }.map { aliases[$0.finding] ?? $0.finding })
    for word in words {
      let id = aliases[word.finding] ?? word.finding
      guard ids.contains(id) else {
        diagnostics.append(.wordOnUnknownFinding(word, candidates: ids))
        continue
      }
      let parts = word.merged.filter { $0.id != word.finding }.compactMap { reference in
        part(reference, of: id, known: ids, hosts: hosts, aliases)
      }
      apply(word, to: id, joining: parts)
    }
  }

  /// The id of what is to be joined; nil, with a diagnostic, where it cannot be.
  private mutating func part(
    _ reference: Correction.Reference, of id: String, known: [String], hosts: Set<String>, _ aliases: [String: String]
  ) -> String? {
    let other = aliases[reference.id] ?? reference.id
    // What a note calls it may be part of this one already.
    if other == id { return nil }
    if !known.contains(other) {
      diagnostics.append(.wordMergesUnknown(reference, candidates: known))
      return nil
    }
    if hosts.contains(other) || merged[other] != nil {
      diagnostics.append(.wordMergesTaken(reference, by: merged[other]))
      return nil
    }
    merged[other] = id
    parts.append(other)
    return other
  }

  private mutating func apply(_ word: ConsultantWord, to id: String, joining parts: [String]) {
    // A finding that another word has joined elsewhere has nothing left to say of its own.
    guard var finding = findings.first(where: { $0.id == id }) else { return }
    finding.computed = Finding.Computed(finding, merged: parts, word: word)
    for other in parts {
      if let part = findings.first(where: { $0.id == other }) { finding.take(part) }
    }
    if let headline = word.headline { finding.title = headline }
    if let cause = word.cause { finding.cause = cause }
    if let graded = word.findingClass, graded != finding.findingClass {
      let computed = finding.findingClass
      finding.findingClass = graded
      finding.remarks.insert(
        say("\(graded.inSentence) by the consultant’s word; computed: \(computed.inSentence)"), at: 0)
    }
    findings.removeAll { parts.contains($0.id) }
    if word.isHidden {
      findings.removeAll { $0.id == id }
      hidden.append(finding)
    } else if let index = findings.firstIndex(where: { $0.id == id }) {
      findings[index] = finding
    }
  }
}

extension Finding {
  /// The evidence and the words of the other stand behind its own; the other's class lifts it and never lowers it.
  fileprivate mutating func take(_ other: Finding) {
    evidence += other.evidence.filter { !evidence.contains($0) }
    statement += " " + say("Joined with “\(other.title)”: \(other.statement)")
    if other.findingClass < findingClass, other.findingClass.isDeficiency {
      findingClass = other.findingClass
      remarks.insert(say("raised because it is joined with “\(other.title)”"), at: 0)
    }
    if other.order > order {
      (severity, burden, order, size) = (other.severity, other.burden, other.order, other.size)
    }
  }
}
