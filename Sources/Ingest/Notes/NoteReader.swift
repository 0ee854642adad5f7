import Audit
import CommonMark

/// What was read from a note's file.
struct NoteReading {
  /// Nil for a draft.
  var note: Note?
  /// Its images, not looked at yet.
  var photos: [PhotoMention] = []
  var diagnostics: [Diagnostic]
}

/// Reads notes: front matter, and what their Markdown says in one of the forms that are understood.
///
/// Whatever is not understood stays in the note's text and is shown.
struct NoteReader: Sendable {
  let terms: NoteTerms

  /// `slug` names the note's page.
  func read(_ source: SourceText, slug: String) -> NoteReading {
    let matter = FrontMatter(source)
    var note = Note(slug: slug, file: source.file, title: "", body: matter.body)
    var diagnostics = matter.diagnostics
    var photos: [PhotoMention] = []
    var isDraft = false
    if let yaml = matter.yaml {
      let (draft, problems) = MappingReader.read(yaml, as: "the front matter of a note") { reader in
        readFrontMatter(&reader, into: &note)
        return reader.flag("draft") ?? false
      }
      isDraft = draft ?? false
      diagnostics += problems
    }
    note.touchpoint = note.touchpoint ?? touchpoint(ofFolder: source.file)
    do throws(ParsingLimit) {
      let document = try Document(parsing: note.body.text, firstLine: note.body.firstLine)
      var body = NoteBody(document, source, terms)
      body.read(document)
      body.fill(&note)
      diagnostics += body.diagnostics
      if !isDraft {
        let images = PhotoMention.all(in: document, of: note, source)
        photos = images.mentions
        diagnostics += images.diagnostics
      }
    } catch {
      diagnostics.append(.textLimit(error, in: source))
    }
    if source.text.allSatisfy(\.isWhitespace) { diagnostics.append(.noteEmpty(source.file)) }
    if note.title.isEmpty { note.title = ContentNames.title(ofFile: source.file) }
    return NoteReading(note: isDraft ? nil : note, photos: photos, diagnostics: diagnostics)
  }

  private func readFrontMatter(_ reader: inout MappingReader, into note: inout Note) {
    note.title = reader.string("title") ?? ""
    note.date = reader.day("date")
    let auditors = reader.texts("auditor").map(\.text)
    note.auditor = auditors.isEmpty ? nil : auditors.joined(separator: ", ")
    note.unit = reader.string("unit")
    note.touchpoint = reader.declared("touchpoint", by: terms.touchpoint)
    note.dimension = reader.declared("dimension", by: terms.dimension)
    note.wave = reader.string("wave")
    note.people = reader.enumeration("people")
  }

  /// The nearest folder that is named after a touchpoint.
  private func touchpoint(ofFolder file: String) -> String? {
    file.split(separator: "/").dropLast().reversed().lazy.compactMap { terms.touchpoint(named: String($0)) }.first
  }
}

extension MappingReader {
  /// A name that `resolve` knows; reported and nil when it does not.
  fileprivate mutating func declared(
    _ key: String, by resolve: (String, Place) -> Result<String, DiagnosedError>
  ) -> String? {
    guard let scalar = scalar(key) else { return nil }
    switch resolve(scalar.text, source.place(of: scalar.span)) {
    case .success(let id): return id
    case .failure(let error):
      report(error.diagnostic)
      return nil
    }
  }
}

extension Diagnostic {
  /// The limit that a text of `source` exceeds, in its place.
  static func textLimit(_ limit: ParsingLimit, in source: SourceText) -> Diagnostic {
    .textLimit(limit.summary, at: source.place(of: TextSpan(line: limit.line, column: limit.column)))
  }
}
