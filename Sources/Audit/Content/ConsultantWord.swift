/// What the consultant says of a computed finding: another headline, class or cause, findings that are one with it, or that
/// it is not to be listed.
package struct ConsultantWord: Hashable, Sendable {
  /// Id of the finding, from the file's name.
  package var finding: String
  /// File, relative to the project.
  package var file: String
  package var headline: String?
  package var findingClass: FindingClass?
  package var cause: Cause?
  /// Ids of findings that become part of this one.
  package var merged: [Correction.Reference]
  package var isHidden: Bool
  /// Why; there for every changed class and every hidden finding.
  package var because: String?
  package var body: MarkdownText

  package init(finding: String, file: String, body: MarkdownText) {
    self.finding = finding
    self.file = file
    self.body = body
    merged = []
    isHidden = false
  }
}

extension Finding {
  /// What the rules made of a finding on which the consultant has a word, and the word's reason.
  package struct Computed: Hashable, Sendable {
    package var title: String
    package var findingClass: FindingClass
    package var cause: Cause?
    /// Ids of the findings that were joined with it.
    package var merged: [String]
    package var because: String?
    /// What the consultant writes about it.
    package var text: MarkdownText

    package init(_ finding: Finding, merged: [String], word: ConsultantWord) {
      title = finding.title
      findingClass = finding.findingClass
      cause = finding.cause
      self.merged = merged
      because = word.because
      text = word.body
    }
  }
}
