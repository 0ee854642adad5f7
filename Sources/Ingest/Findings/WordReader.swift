import Audit

/// Reads the consultant's word on a finding: front matter, and text.
enum WordReader {
  /// `finding` is the id that the file is named after. Nil where the front matter cannot be read.
  static func read(_ source: SourceText, finding: String) -> (word: ConsultantWord?, diagnostics: [Diagnostic]) {
    let matter = FrontMatter(source)
    guard matter.diagnostics.isEmpty else { return (nil, matter.diagnostics) }
    let yaml = matter.yaml ?? SourceText("", file: source.file)
    var word = ConsultantWord(finding: finding, file: source.file, body: matter.body)
    let (_, problems) = MappingReader.read(yaml, as: "the front matter of a finding") { fill(&word, from: &$0) }
    return (word, problems)
  }

  private static func fill(_ word: inout ConsultantWord, from reader: inout MappingReader) {
    word.headline = reader.string("headline")
    word.findingClass = reader.enumeration("class", as: FindingClass.self)
    word.cause = reader.enumeration("cause", as: Cause.self)
    word.merged = reader.texts("merge").map { text in
      Correction.Reference(id: text.text, location: reader.source.place(of: text.span).location)
    }
    word.isHidden = reader.flag("hide") ?? false
    word.because = reader.string("because")
    if word.because == nil {
      if word.findingClass != nil { reader.report(.wordWithoutReason("class", at: reader.place(ofKey: "class"))) }
      if word.isHidden { reader.report(.wordWithoutReason("hide", at: reader.place(ofKey: "hide"))) }
    }
    if word.merged.contains(where: { $0.id == word.finding }) {
      reader.report(.wordMergesItself(at: reader.place(ofKey: "merge")))
    }
    if word.saysNothing { reader.report(.wordSaysNothing(file: word.file)) }
  }
}

extension ConsultantWord {
  fileprivate var saysNothing: Bool {
    let changes = headline != nil || findingClass != nil || cause != nil || !merged.isEmpty || isHidden
    return !changes && body.text.allSatisfy(\.isWhitespace)
  }
}
