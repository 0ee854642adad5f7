/// Everything that was read from a project folder.
package struct Project: Sendable {
  package var configuration: Configuration
  /// The words of the site that is made of it.
  package var language: Language
  /// In byte order of their ids.
  package var surveys: [Survey]
  /// In byte order of their files, drafts left out.
  package var notes: [Note]
  /// In byte order of their files.
  package var scorecards: [Scorecard]
  package var corrections: [Correction]
  /// The consultant's word on findings, in byte order of the files.
  package var words: [ConsultantWord]
  /// The playbook, built-in and project's own, in byte order of their files.
  package var remedies: [Remedy]
  /// Registers of earlier builds, in the order of their days.
  package var snapshots: [Snapshot]
  /// `content/index.md`.
  package var summary: MarkdownText?
  /// By which files themes are found in comments, in byte order.
  package var lexicon: [LexiconFile]
  /// Themes of the lexicon, in the order in which its files name them.
  package var themes: [CommentTheme]
  /// What people decided about quoting comments, in the order of `content/quotes.yml`.
  package var quotes: [QuoteDecision]
  /// Photos of the notes, each file once, in byte order of their paths.
  package var photos: [Photo]
  /// The project's `templates/`, relative path and bytes, built-in files left out.
  package var templates: [TemplateFile]
  /// Everything read, in byte order of paths.
  package var inputs: [InputFile]

  package init(configuration: Configuration) {
    self.configuration = configuration
    language = .english
    surveys = []
    notes = []
    scorecards = []
    corrections = []
    words = []
    remedies = []
    snapshots = []
    lexicon = []
    themes = []
    quotes = []
    photos = []
    templates = []
    inputs = []
  }
}

/// A file that changes the result: relative path and SHA-256 of its bytes in lower-case hex.
package struct InputFile: Hashable, Sendable {
  package var path: String
  package var sha256: String

  package init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }
}

/// A template or asset of the project that overrides or extends the built-in theme.
package struct TemplateFile: Hashable, Sendable {
  /// Relative to `templates/`.
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
