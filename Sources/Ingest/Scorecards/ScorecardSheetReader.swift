import Audit
import CommonMark

/// Reads the YAML file beside a scorecard.
struct ScorecardSheetReader {
  let terms: NoteTerms
  /// Share of visits on which a criterion without a target of its own has to be met.
  let required: Double

  /// Nil when the text cannot be read at all.
  func read(_ source: SourceText) -> (value: ScorecardSheet?, diagnostics: [Diagnostic]) {
    MappingReader.read(source, as: "the scorecard") { reader in
      var sheet = ScorecardSheet()
      sheet.source = source
      sheet.id = reader.scalar("scorecard")
      if let id = sheet.id, !Identifiers.isWellFormed(id.text) {
        reader.report(.idMalformed(id.text, at: source.place(of: id.span)))
      }
      sheet.title = reader.string("title")
      sheet.wave = reader.string("wave") ?? ""
      readColumns(&reader, into: &sheet)
      sheet.csv = reader.csvDeclaration(isExport: false)
      sheet.words = readWords(&reader)
      sheet.plan = readPlan(&reader)
      readSections(&reader, into: &sheet)
      return sheet
    }
  }

  private func readColumns(_ reader: inout MappingReader, into sheet: inout ScorecardSheet) {
    sheet.columns =
      reader.mapping("columns") { child in
        ScorecardSheet.Role.allCases.reduce(into: [:]) { $0[$1] = child.scalar($1.rawValue) }
      } ?? [:]
    sheet.ignored = reader.texts("ignore")
  }

  /// What is declared takes the place of the words of that mark that are known without.
  private func readWords(_ reader: inout MappingReader) -> MarkWords {
    var words = MarkWords()
    var taken: Set<String> = []
    func declared(_ key: String) -> [String]? {
      let scalars = reader.texts(key)
      for scalar in scalars where !taken.insert(MarkWords.plain(scalar.text)).inserted {
        reader.report(.scorecardWordTwice(scalar.text, at: reader.source.place(of: scalar.span)))
      }
      return scalars.isEmpty ? nil : scalars.map { MarkWords.plain($0.text) }
    }
    let (yes, no, notApplicable) = (declared("yes"), declared("no"), declared("not-applicable"))
    // A word that is declared for one mark no longer stands for another.
    func others(_ known: [String]) -> [String] { known.filter { !taken.contains($0) } }
    words.yes = yes ?? others(words.yes)
    words.no = no ?? others(words.no)
    words.notApplicable = notApplicable ?? others(words.notApplicable)
    return words
  }

  private func readPlan(_ reader: inout MappingReader) -> VisitPlan? {
    reader.mapping("plan") { child -> VisitPlan? in
      if !child.has("visits-per-unit") { _ = child.required("visits-per-unit") }
      let visits = child.integer("visits-per-unit", in: 1...10_000)
      let units = child.texts("units").map { $0.text.trimmingBlanks }
      return visits.map { VisitPlan(visitsPerUnit: $0, units: units) }
    } ?? nil
  }

  private func readSections(_ reader: inout MappingReader, into sheet: inout ScorecardSheet) {
    let file = place(&reader)
    var ids = Identifiers()
    sheet.sections = reader.mappings("sections", each: "a section") { child in
      let name = child.required("name")
      let id = child.scalar("id")
      let own = place(&child).or(file)
      if let id, let problem = ids.claim(id.text, for: "a section", at: id.span, in: child.source) {
        child.report(problem)
      }
      let criteria = child.mappings("criteria", each: "a criterion") { readCriterion(&$0, in: own) }
      if criteria.isEmpty {
        child.report(.scorecardNoCriteria(at: child.source.place(of: child.mapping.span)))
      }
      return ScorecardSheet.SectionEntry(
        id: id?.text ?? "", name: name?.text ?? "", criteria: criteria.compactMap { $0 })
    }
    nameSections(&sheet.sections)
    let criteria = reader.mappings("criteria", each: "a criterion") { readCriterion(&$0, in: file) }
    if !criteria.isEmpty, !sheet.sections.isEmpty {
      reader.report(.scorecardTwoForms(at: reader.place(ofKey: "criteria")))
    } else if !criteria.isEmpty {
      sheet.sections = [
        ScorecardSheet.SectionEntry(id: "criteria", name: "Criteria", criteria: criteria.compactMap { $0 })
      ]
    }
  }

  /// A section without an id is called by its name, with a number where that is taken.
  private func nameSections(_ sections: inout [ScorecardSheet.SectionEntry]) {
    var taken = Set(sections.map(\.id))
    for index in sections.indices where sections[index].id.isEmpty {
      let plain = Anchors.plainName(of: sections[index].name)
      let wanted = plain.isEmpty ? "section" : plain
      var id = wanted
      var number = 2
      while !taken.insert(id).inserted {
        id = "\(wanted)-\(number)"
        number += 1
      }
      sections[index].id = id
    }
  }

  /// Nil without the column that every criterion needs.
  private func readCriterion(_ reader: inout MappingReader, in outer: Subject) -> ScorecardSheet.CriterionEntry? {
    let column = reader.required("column")
    let id = reader.scalar("id")
    let text = reader.string("text")
    let points = reader.integer("points", in: 1...1000) ?? 1
    let metFrom = reader.integer("met-from", in: 1...points)
    let isKnockOut = reader.flag("knock-out") ?? false
    let standard = readStandard(&reader)
    let target = reader.share("target")
    if let standard, target != nil {
      reader.report(.scorecardTargetOfStandard(standard.id, at: reader.place(ofKey: "target")))
    }
    let own = place(&reader)
    let subject = own.or(Subject(touchpoint: standard?.touchpoint, dimension: standard?.dimension)).or(outer)
    guard let column else { return nil }
    let criterion = Criterion(
      id: id?.text ?? "", text: text ?? standard?.text ?? "", points: points, metFrom: metFrom, isKnockOut: isKnockOut,
      standard: standard?.id, touchpoint: subject.touchpoint, dimension: subject.dimension,
      target: standard?.target ?? target ?? required)
    return ScorecardSheet.CriterionEntry(column: column, id: id, text: text ?? standard?.text, criterion: criterion)
  }

  private func readStandard(_ reader: inout MappingReader) -> Standard? {
    guard let scalar = reader.scalar("standard") else { return nil }
    if let standard = terms.standards.first(where: { $0.id == scalar.text }) { return standard }
    reader.report(
      .unknownName(
        scalar.text, kind: "standard", known: terms.standards.map(\.id), at: reader.source.place(of: scalar.span)))
    return nil
  }

  /// What a criterion is about.
  private struct Subject {
    var touchpoint: String?
    var dimension: String?

    func or(_ other: Subject) -> Subject {
      Subject(touchpoint: touchpoint ?? other.touchpoint, dimension: dimension ?? other.dimension)
    }
  }

  /// Touchpoint and dimension of the file, a section or a criterion, by id or by name.
  private func place(_ reader: inout MappingReader) -> Subject {
    var subject = Subject()
    if let touchpoint = reader.scalar("touchpoint") {
      switch terms.touchpoint(declared: touchpoint.text, at: reader.source.place(of: touchpoint.span)) {
      case .success(let id): subject.touchpoint = id
      case .failure(let problem): reader.report(problem.diagnostic)
      }
    }
    if let dimension = reader.scalar("dimension") {
      switch terms.dimension(declared: dimension.text, at: reader.source.place(of: dimension.span)) {
      case .success(let id): subject.dimension = id
      case .failure(let problem): reader.report(problem.diagnostic)
      }
    }
    return subject
  }
}
