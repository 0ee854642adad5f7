import Audit

/// Writes a draft down as a codebook: YAML with a comment on each guess.
struct DraftText {
  let draft: CodebookDraft
  let columns: [SurveyColumn]
  private let header: HeaderIndex
  private let rows: Int
  /// Nil for a workbook.
  private let encoding: String?
  private let name: String
  private var names: DraftNames
  /// Of the file as a whole; entries that differ say so.
  private let scale: Scale?
  private let labels: [ColumnProfile.Label]
  private let importanceScale: Scale?
  private var lines: [String] = []

  init(_ draft: CodebookDraft, study: SurveyStudy, name: String, configuration: Configuration) {
    self.draft = draft
    self.name = name
    columns = study.columns
    rows = study.rows
    encoding = study.reading.sheet == nil ? study.reading.encoding : nil
    header = HeaderIndex(study.form.columns)
    var names = DraftNames(
      reserved: configuration.journey.touchpoints.map(\.id) + configuration.dimensions.map(\.id))
    for item in draft.items { for id in [item.touchpoint, item.dimension] { id.map { names.reserve($0) } } }
    self.names = names
    scale =
      Self.mostCommon(draft.items.map(\.scale.scale))
      ?? Self.mostCommon(draft.outcomes.filter { $0.kind == .csat || $0.kind == .ces }.compactMap { $0.scale?.scale })
    labels = Self.mostCommon(draft.items.map(\.scale.labels).filter { !$0.isEmpty }) ?? []
    importanceScale = Self.mostCommon(draft.items.compactMap(\.importanceScale))
    write()
  }

  var text: String { lines.map { $0 + "\n" }.joined() }

  /// The first among those that stand there most often.
  private static func mostCommon<Value: Hashable>(_ values: [Value]) -> Value? {
    var counts: [Value: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    let most = counts.values.max()
    return values.first { counts[$0] == most }
  }

  private mutating func write() {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    comment("A codebook to start from, guessed from \(file): \(WordList.number(rows)) rows, \(columns.count) columns.")
    comment("Each comment says what was guessed and why; what is wrong is yours to mend.")
    writeEncoding()
    writeFile()
    writeItems()
    writeOutcomes()
    writeGroups()
    writeRows()
    for guess in draft.guesses(about: .leftOut) {
      lines.append("")
      comment("Left out: \(guess.text)")
    }
  }

  private mutating func comment(_ text: String, indent: String = "") {
    lines += YAMLWriting.comment(text, indent: indent)
  }

  private mutating func comments(_ subjects: Guess.Subject..., indent: String = "") {
    for guess in draft.guesses where subjects.contains(guess.subject) { comment(guess.text, indent: indent) }
  }

  /// A reference that finds exactly this column.
  private func reference(_ index: Int) -> String {
    let header = columns[index].header
    let isName = !header.isEmpty && !header.hasPrefix("#") && self.header.find(header) == .column(index)
    return isName ? header : "#\(index + 1)"
  }

  private func column(_ index: Int) -> String { YAMLWriting.scalar(reference(index)) }
}

// MARK: - What holds for the whole file

extension DraftText {
  private mutating func writeFile() {
    let codes = draft.items.flatMap(\.codes) + draft.outcomes.flatMap(\.codes)
    func texts(_ meaning: ColumnProfile.OddCode.Meaning) -> [String] {
      let found = codes.filter { $0.meaning == meaning }.map(\.text)
      return found.enumerated().filter { !found.prefix($0.offset).contains($0.element) }.map(\.element)
    }
    let start = lines.count
    comments(.labels, .codes)
    if let scale { lines.append("scale: \(Self.mapping(scale))") }
    if let importanceScale, importanceScale != scale {
      lines.append("importance-scale: \(Self.mapping(importanceScale))")
    }
    let missing = texts(.missing)
    let idle = texts(.notApplicable)
    if !missing.isEmpty { lines.append("missing: \(YAMLWriting.list(missing))") }
    if !idle.isEmpty { lines.append("not-applicable: \(YAMLWriting.list(idle))") }
    if !labels.isEmpty { lines.append("labels: \(Self.mapping(labels))") }
    if lines.count > start { lines.insert("", at: start) }
  }

  /// An encoding that was guessed is a guess like any other.
  private mutating func writeEncoding() {
    guard let encoding, !encoding.lowercased().hasPrefix("utf") else { return }
    lines.append("")
    comment("The file is not UTF-8; its bytes read well as \(encoding).")
    lines.append("csv: {encoding: \(YAMLWriting.scalar(encoding))}")
  }

  private static func mapping(_ scale: Scale) -> String { "{min: \(scale.minimum), max: \(scale.maximum)}" }

  private static func mapping(_ labels: [ColumnProfile.Label]) -> String {
    YAMLWriting.mapping(labels.map { (YAMLWriting.scalar($0.text), String($0.value)) })
  }

  /// Scale and labels where they are not the file's.
  private func readingKeys(_ own: ColumnProfile.LikelyScale) -> [(key: String, value: String)] {
    var fields: [(key: String, value: String)] = []
    if own.scale != scale { fields.append(("scale", Self.mapping(own.scale))) }
    if !own.labels.isEmpty, own.labels != labels { fields.append(("labels", Self.mapping(own.labels))) }
    return fields
  }
}

// MARK: - Items

extension DraftText {
  private mutating func writeItems() {
    guard !draft.items.isEmpty else { return }
    lines.append("")
    comments(.pairs, .importance, .items)
    lines.append("items:")
    var run: [CodebookDraft.ItemDraft] = []
    for item in draft.items {
      if let last = run.last, !continues(last, item) {
        write(run)
        run = []
      }
      run.append(item)
    }
    write(run)
  }

  /// Two items that one line can hold: all alike but for a number that counts up, and nothing of their own to say.
  private func continues(_ left: CodebookDraft.ItemDraft, _ right: CodebookDraft.ItemDraft) -> Bool {
    guard left.remark == nil, right.remark == nil, text(of: left) == nil, text(of: right) == nil,
      left.touchpoint == right.touchpoint, left.dimension == right.dimension, left.scale == right.scale,
      left.importanceScale == right.importanceScale
    else { return false }
    func follows(_ side: (CodebookDraft.ItemDraft) -> Int?) -> Bool {
      switch (side(left), side(right)) {
      case (nil, nil): true
      case (let a?, let b?): isNext(reference(a), reference(b))
      case (nil, _?), (_?, nil): false
      }
    }
    return follows(\.perception) && follows(\.expectation) && follows(\.importance) && follows(\.minimum)
      && follows(\.desired) && names.isFree(reference(left.perception)) && names.isFree(reference(right.perception))
  }

  private func isNext(_ left: String, _ right: String) -> Bool {
    guard Identifiers.isWellFormed(left), Identifiers.isWellFormed(right), let a = NumberedName(left),
      let b = NumberedName(right)
    else { return false }
    guard case .run(let names) = ColumnRun.read("\(left)..\(right)") else { return false }
    return a.number &+ 1 == b.number && names == [left, right]
  }

  private mutating func write(_ run: [CodebookDraft.ItemDraft]) {
    guard let first = run.first, let last = run.last else { return }
    var fields: [(key: String, value: String)] = []
    func range(_ side: (CodebookDraft.ItemDraft) -> Int?) -> String? {
      guard let start = side(first), let end = side(last) else { return nil }
      return start == end ? column(start) : "\(reference(start))..\(reference(end))"
    }
    if run.count == 1 {
      let own = reference(first.perception)
      let isOwnID = Identifiers.isWellFormed(own) && names.isFree(own)
      if isOwnID, text(of: first) == nil {
        names.reserve(own)
      } else {
        let wanted = Identifiers.isWellFormed(own) ? own : DraftNames.slug(first.wording, words: 5)
        fields.append(("id", names.claim(wanted)))
      }
      if let text = text(of: first) { fields.append(("text", YAMLWriting.scalar(text))) }
    } else {
      for item in run { names.reserve(reference(item.perception)) }
    }
    for (key, side) in Self.sides { if let value = range(side) { fields.append((key, value)) } }
    if let importance = first.importanceScale, let common = importanceScale, importance != common {
      fields.append(("importance-scale", Self.mapping(importance)))
    }
    if let touchpoint = first.touchpoint { fields.append(("touchpoint", YAMLWriting.scalar(touchpoint))) }
    if let dimension = first.dimension { fields.append(("dimension", YAMLWriting.scalar(dimension))) }
    fields += readingKeys(first.scale)
    if let remark = first.remark { comment(remark, indent: "  ") }
    lines += YAMLWriting.entry(fields)
  }

  private static var sides: [(String, (CodebookDraft.ItemDraft) -> Int?)] {
    [
      ("expectation", \.expectation), ("minimum", \.minimum), ("desired", \.desired), ("perception", { $0.perception }),
      ("importance", \.importance),
    ]
  }

  /// Nil where the header says as much.
  private func text(of item: CodebookDraft.ItemDraft) -> String? {
    Identifiers.isWellFormed(item.wording) ? nil : item.wording
  }
}

// MARK: - Outcomes, groups and rows

extension DraftText {
  private mutating func writeOutcomes() {
    guard !draft.outcomes.isEmpty else { return }
    lines += ["", "outcomes:"]
    for outcome in draft.outcomes {
      comment(outcome.remark, indent: "  ")
      let wanted = outcome.id.isEmpty ? DraftNames.slug(columns[outcome.column].wording, words: 4) : outcome.id
      var fields = [
        ("id", names.claim(wanted)), ("kind", outcome.kind.rawValue), ("column", column(outcome.column)),
      ]
      if outcome.id.isEmpty, let name = name(of: outcome.column) { fields.append(("name", YAMLWriting.scalar(name))) }
      if outcome.offset != 0 { fields.append(("offset", String(outcome.offset))) }
      if let better = outcome.better { fields.append(("better", better.rawValue)) }
      if !outcome.yes.isEmpty { fields.append(("yes", YAMLWriting.list(outcome.yes))) }
      if let own = outcome.scale {
        switch outcome.kind {
        case .csat, .ces: fields += readingKeys(own)
        case .nps: if !own.labels.isEmpty { fields += readingKeys(own).filter { $0.key == "labels" } }
        case .yes: break
        }
      }
      lines += YAMLWriting.entry(fields)
    }
  }

  /// What pages call an outcome whose id was made of its words; nil where these are no name.
  private func name(of column: Int) -> String? {
    let wording = ItemWording.plain(columns[column].wording)
    return Identifiers.isWellFormed(wording) || wording.count > 80 ? nil : wording
  }

  private mutating func writeGroups() {
    if !draft.segments.isEmpty {
      lines += ["", "segments:"]
      var ids = DraftNames(reserved: [])
      for segment in draft.segments {
        if let remark = segment.remark { comment(remark, indent: "  ") }
        let header = columns[segment.column].header
        let id = ids.claim(Identifiers.isWellFormed(header) ? header : DraftNames.slug(header, words: 4))
        var fields: [(key: String, value: String)] = [("id", id)]
        if !Identifiers.isWellFormed(header) {
          fields.append(("name", YAMLWriting.scalar(columns[segment.column].wording)))
        }
        fields.append(("column", column(segment.column)))
        if !segment.order.isEmpty { fields.append(("order", YAMLWriting.list(segment.order))) }
        if !segment.bands.isEmpty {
          fields.append(("bands", "[\(segment.bands.map(String.init).joined(separator: ", "))]"))
        }
        lines += YAMLWriting.entry(fields)
      }
    }
    if let unit = draft.unit {
      lines.append("")
      comment(unit.remark)
      lines.append("unit: {column: \(column(unit.column))}")
    }
  }

  private mutating func writeRows() {
    role(draft.respondent, "respondent") { "{column: \($0)}" }
    role(draft.weight, "weight") { "{column: \($0)}" }
    let finished = YAMLWriting.list(draft.finished?.values ?? [])
    role(draft.finished, "finished") { "{column: \($0), values: \(finished)}" }
    role(draft.language, "fieldwork") { "{language: \($0)}" }
    if let wave = draft.wave, let period = wave.period {
      // One wave or several is for a person to say.
      lines.append("")
      comment(wave.remark)
      var fields = [("column", column(wave.column)), ("period", period)]
      if let pattern = columns[wave.column].days?.pattern {
        fields.append(("date", YAMLWriting.scalar(pattern)))
      }
      lines.append("# wave: \(YAMLWriting.mapping(fields))")
    } else {
      role(draft.wave, "wave") { "{column: \($0)}" }
    }
    if !draft.verbatims.isEmpty {
      lines.append("")
      comments(.comments)
      lines.append("# verbatims:")
      for index in draft.verbatims { lines.append("#   - {column: \(column(index))}") }
    }
  }

  private mutating func role(_ role: CodebookDraft.RoleDraft?, _ key: String, _ value: (String) -> String) {
    guard let role else { return }
    lines.append("")
    comment(role.remark)
    lines.append("\(key): \(value(column(role.column)))")
  }
}
