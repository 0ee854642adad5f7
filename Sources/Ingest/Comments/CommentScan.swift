import Audit
import CSV

/// Reads the comments of one survey file, in a pass of its own after the answers are counted: record by record, each
/// comment redacted, its themes counted, and then let go. Surveys without comments are not read again.
struct CommentScan {
  let file: SurveyFile
  let header: SurveyHeader
  let plan: SurveyPlan
  let rules: CommentRules

  struct Result: Sendable {
    /// By wave label; empty without a wave column.
    var tallies: [String: CommentTally] = [:]
    var diagnostics: [Diagnostic] = []
  }

  /// Codes that are told apart as themes.
  static let codeLimit = 200

  var result: Swift.Result<Result, DiagnosedError> {
    do throws(CSVError) {
      return .success(try run())
    } catch {
      return .failure(DiagnosedError(error.diagnostic(of: file.name)))
    }
  }

  func run() throws(CSVError) -> Result {
    var reading = CommentReading(plan: plan, rules: rules)
    var reader = try RecordReader(file.source)
    while let row = try reader.nextRow(fieldCount: plan.fieldCount, header: header.bytes, from: header.dataOffset) {
      reading.add(row.fields)
    }
    return Result(tallies: reading.tallies, diagnostics: diagnostics(reading))
  }

  private func diagnostics(_ reading: CommentReading) -> [Diagnostic] {
    var result: [Diagnostic] = []
    let agreed = reading.tallies.values.contains { $0.consenting > 0 }
    for (columns, texts) in zip(plan.verbatims, reading.refusals) where !agreed && !texts.isEmpty {
      guard let consent = columns.consent else { continue }
      result.append(
        .commentsNobodyAgrees(
          column: header.columns[consent], file: file.name, texts: texts.map(rules.redaction.redacted)))
    }
    let beyond = reading.tallies.values.reduce(0) { $0 + $1.codesLeftOut }
    if beyond > 0 { result.append(.commentsTooManyCodes(beyond, limit: Self.codeLimit, file: file.name)) }
    return result
  }
}

/// Comments of a file as they come in.
private struct CommentReading {
  let plan: SurveyPlan
  let rules: CommentRules
  private let rating: RatingColumn?
  private(set) var tallies: [String: CommentTally] = [:]
  /// For each column of comments, a few texts that do not agree.
  private(set) var refusals: [[String]]
  /// Codes met so far, by folded text.
  private var codes: [String: CommentTheme] = [:]

  init(plan: SurveyPlan, rules: CommentRules) {
    self.plan = plan
    self.rules = rules
    rating = RatingColumn(plan)
    refusals = plan.verbatims.map { _ in [] }
  }

  mutating func add(_ fields: [[UInt8]]) {
    let isFinished =
      !plan.rows.excludesUnfinished || plan.rows.finished.map { code($0, fields) == plan.finishedCode } ?? true
    guard isFinished, let wave = wave(fields) else { return }
    for (index, columns) in plan.verbatims.enumerated() {
      guard let cell = String(validating: fields[columns.text], as: UTF8.self)?.trimmingBlanks, !cell.isEmpty else {
        continue
      }
      add(cell, columns, index, fields, wave)
    }
  }

  private mutating func add(
    _ cell: String, _ columns: SurveyPlan.VerbatimColumns, _ index: Int, _ fields: [[UInt8]], _ wave: String
  ) {
    let text = rules.redaction.redacted(cell)
    let touchpoint = touchpoint(fields)
    let answer = rating?.level(fields)
    let band = answer.flatMap { rating?.band($0) } ?? .unrated
    // Taken out while it changes, or all of it would be copied each time.
    var tally = tallies.removeValue(forKey: wave) ?? CommentTally()
    tally.comments += 1
    let found = rules.lexicon.themes(in: text)
    let coded = columns.codes.map { themes(codedIn: fields[$0], &tally) } ?? []
    check(found.map(\.theme.id), coded, &tally)
    let tones = Dictionary(found.map { ($0.theme.id, $0.tone) }, uniquingKeysWith: { first, _ in first })
    let named = coded.isEmpty ? found.map(\.theme) : coded
    var count = CommentTally.Count()
    count.comments = 1
    count.bands[RatingBand.allCases.firstIndex(of: band) ?? 0] = 1
    if let answer { (count.ratingSum, count.ratingSquares) = (answer, answer * answer) }
    tally.count(CommentTally.Key(touchpoint: touchpoint, subject: .all), count)
    for theme in named {
      let key = CommentTally.Key(touchpoint: touchpoint ?? theme.touchpoint, subject: .theme(theme.id))
      tally.count(key, count.toned(tones[theme.id] ?? .open))
    }
    for (cell, cellTones) in Self.cells(named, touchpoint, tones) {
      let key = CommentTally.Key(touchpoint: cell.touchpoint, subject: .dimension(cell.dimension ?? ""))
      tally.count(key, count.toned(CommentTone(of: cellTones)))
    }
    let consents = consents(columns, index, fields)
    if columns.consent != nil { tally.asksConsent = true }
    if consents { tally.consenting += 1 }
    let shown = CommentRules.shortened(text)
    let key = Comment.key(of: shown)
    let isDecided = rules.decided.contains(key)
    if isDecided { tally.meet(key, consents: consents) }
    if consents {
      let order = MD5.hexDigest(of: respondent(fields) ?? Array(text.utf8))
      let subjects: [CommentTheme?] = named.isEmpty ? [nil] : named.map(Optional.some)
      for theme in subjects {
        let comment = Comment(text: shown, order: order, tone: theme.flatMap { tones[$0.id] } ?? .open)
        let place = CommentPlace(touchpoint: touchpoint ?? theme?.touchpoint, theme: theme?.id, band: band)
        tally.offer(comment, at: place, isDecided: isDecided)
      }
    }
    tallies[wave] = tally
  }

  /// Dimensions that a comment speaks of, each once, and how.
  private static func cells(
    _ themes: [CommentTheme], _ touchpoint: String?, _ tones: [String: CommentTone]
  ) -> [(cell: Cell, tones: [CommentTone])] {
    var cells: [(cell: Cell, tones: [CommentTone])] = []
    for theme in themes where theme.dimension != nil {
      let cell = Cell(touchpoint: touchpoint ?? theme.touchpoint, dimension: theme.dimension)
      let index = cells.firstIndex { $0.cell == cell } ?? cells.endIndex
      if index == cells.endIndex { cells.append((cell, [])) }
      cells[index].tones.append(tones[theme.id] ?? .open)
    }
    return cells
  }

  /// Where a person coded the comment, the lexicon is held against that.
  private func check(_ found: [String], _ coded: [CommentTheme], _ tally: inout CommentTally) {
    guard !coded.isEmpty else { return }
    for theme in rules.lexicon.themes {
      var check = CommentTally.Check()
      switch (coded.contains { $0.id == theme.id }, found.contains(theme.id)) {
      case (true, true): check.both = 1
      case (true, false): check.personOnly = 1
      case (false, true): check.lexiconOnly = 1
      case (false, false): check.neither = 1
      }
      tally.check(theme.id, check)
    }
  }

  /// Themes in a cell of codes, several divided by `;` or `|`: those of the lexicon by id or name, else themes of their own.
  private mutating func themes(codedIn cell: [UInt8], _ tally: inout CommentTally) -> [CommentTheme] {
    guard let text = String(validating: cell, as: UTF8.self) else { return [] }
    var themes: [CommentTheme] = []
    for part in text.split(whereSeparator: { $0 == ";" || $0 == "|" }) {
      let name = String(part).trimmingBlanks
      guard !name.isEmpty else { continue }
      guard let theme = theme(coded: name) else {
        tally.codesLeftOut += 1
        continue
      }
      if !rules.lexicon.themes.contains(where: { $0.id == theme.id }) { tally.code(theme) }
      if !themes.contains(where: { $0.id == theme.id }) { themes.append(theme) }
    }
    return themes
  }

  private mutating func theme(coded name: String) -> CommentTheme? {
    let folded = name.lowercased()
    if let known = codes[folded] { return known }
    let declared = rules.lexicon.themes.first { $0.id.lowercased() == folded || $0.name.lowercased() == folded }
    guard declared != nil || codes.count < CommentScan.codeLimit else { return nil }
    // A column of comments that is taken for one of codes must not show them.
    let shown = String(rules.redaction.redacted(name).prefix(60))
    let theme = declared ?? CommentTheme(id: shown.lowercased(), name: shown)
    codes[folded] = theme
    return theme
  }

  private mutating func consents(_ columns: SurveyPlan.VerbatimColumns, _ index: Int, _ fields: [[UInt8]]) -> Bool {
    guard let consent = columns.consent, let text = String(validating: fields[consent], as: UTF8.self) else {
      return false
    }
    let trimmed = text.trimmingBlanks
    let folded = trimmed.lowercased()
    if CommentRules.agreement.contains(folded) || columns.consentValues.contains(where: { $0.lowercased() == folded }) {
      return true
    }
    if !folded.isEmpty, refusals[index].count < 3 {
      let shown = String(trimmed.prefix(40))
      if !refusals[index].contains(shown) { refusals[index].append(shown) }
    }
    return false
  }

  /// Nil where the row belongs to no wave.
  private func wave(_ fields: [[UInt8]]) -> String? {
    guard let position = plan.rows.wave else { return "" }
    return value(position, fields)
  }

  /// What the row is about, else the only touchpoint that the survey asks about.
  private func touchpoint(_ fields: [[UInt8]]) -> String? {
    if let position = plan.rows.touchpoint { return value(position, fields) }
    let asked = plan.definition.touchpoints
    return asked.count == 1 && plan.definition.items.allSatisfy { $0.touchpoint != nil } ? asked[0] : nil
  }

  private func respondent(_ fields: [[UInt8]]) -> [UInt8]? {
    guard let position = plan.rows.respondent else { return nil }
    let text = String(decoding: fields[plan.columns[position].index], as: UTF8.self).trimmingBlanks
    return text.isEmpty ? nil : Array(text.utf8)
  }

  private func code(_ position: Int, _ fields: [[UInt8]]) -> Int {
    let column = plan.columns[position]
    guard case .coded(let code) = column.reading else { return 0 }
    return Int(code(fields[column.index]))
  }

  private func value(_ position: Int, _ fields: [[UInt8]]) -> String? {
    let column = plan.columns[position]
    return column.value(of: code(position, fields), texts: [fields[column.index]])
  }
}

/// The question whose answer tells how a commenting customer was served: the survey's first that is no yes or no.
private struct RatingColumn {
  private let index: Int
  private let reading: CellReading
  private let outcome: Outcome

  init?(_ plan: SurveyPlan) {
    for (outcome, position) in zip(plan.definition.outcomes, plan.outcomes) {
      guard outcome.kind != .yes, case .rating(let decoding) = plan.columns[position].decoding else { continue }
      index = plan.columns[position].index
      reading = CellReading(decoding)
      self.outcome = outcome
      return
    }
    return nil
  }

  /// Levels above the minimum, higher better; nil without an answer.
  func level(_ fields: [[UInt8]]) -> Int? {
    let code = Int(reading.code(of: fields[index]))
    guard code >= 0 else { return nil }
    return outcome.better == .high ? code : outcome.scale.range - code
  }

  /// Of NPS detractors, passives and promoters; else up from the *satisfied-from* answer, and below the middle of the scale.
  func band(_ level: Int) -> RatingBand {
    let scale = outcome.scale
    let satisfied = scale.satisfiedFrom - scale.minimum
    switch outcome.kind {
    case .nps: return level >= 9 ? .high : level >= 7 ? .middle : .low
    case .csat, .ces, .yes: return level >= satisfied ? .high : 2 * level < scale.range ? .low : .middle
    }
  }
}

extension CommentTone {
  /// Of several themes together.
  fileprivate init(of tones: [CommentTone]) {
    let (bad, good) = (tones.count { $0 == .bad }, tones.count { $0 == .good })
    self = bad == good ? .open : bad > good ? .bad : .good
  }
}

extension CommentTally.Count {
  /// The count of one comment that speaks so.
  fileprivate func toned(_ tone: CommentTone) -> CommentTally.Count {
    var count = self
    count.bad = tone == .bad ? 1 : 0
    count.good = tone == .good ? 1 : 0
    return count
  }
}
