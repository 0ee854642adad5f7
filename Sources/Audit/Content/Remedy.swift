/// A playbook entry: the steps that usually correct a kind of deficiency.
package struct Remedy: Hashable, Sendable {
  /// File, relative to the playbook's folder.
  package var file: String
  package var title: String
  /// What it is for; nil matches anything.
  package var rule: String?
  package var dimension: String?
  package var cause: Cause?
  package var owner: String?
  package var effort: Effort?
  package var measure: String?
  package var expect: String?
  package var source: String?
  package var text: MarkdownText
  package var steps: [String]
  /// From the project's own `content/playbook`, which goes before the built-in one.
  package var isProjects: Bool

  package init(file: String, title: String, text: MarkdownText, steps: [String], isProjects: Bool) {
    self.file = file
    self.title = title
    self.text = text
    self.steps = steps
    self.isProjects = isProjects
  }
}
