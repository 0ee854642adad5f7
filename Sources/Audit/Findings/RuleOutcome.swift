/// What a rule of the audit means, as the method page explains it.
package struct RuleMetadata: Hashable, Sendable {
  package var name: Phrase
  /// What is said of the service when the rule finds something.
  package var whenItHolds: Phrase
  /// What may be said when it finds nothing.
  package var whenItFails: Phrase
  /// The inputs it cannot do without.
  package var needs: Phrase
  /// Where the rule comes from.
  package var source: Phrase

  package init(name: Phrase, whenItHolds: Phrase, whenItFails: Phrase, needs: Phrase, source: Phrase) {
    self.name = name
    self.whenItHolds = whenItHolds
    self.whenItFails = whenItFails
    self.needs = needs
    self.source = source
  }
}

/// A rule and what came of it.
package struct RuleOutcome: Hashable, Sendable {
  /// The kind of its findings, such as `gap`.
  package var id: Finding.Kind
  package var metadata: RuleMetadata
  /// How many findings it made.
  package var findings: Int
  /// Why it did not run; nil when it did.
  package var notRun: String?

  package init(id: Finding.Kind, metadata: RuleMetadata, findings: Int, notRun: String?) {
    self.id = id
    self.metadata = metadata
    self.findings = findings
    self.notRun = notRun
  }
}
