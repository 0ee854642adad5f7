import Audit

/// The heading of the first page and the sentences under it: what the numbers bear out, and no more.
struct Story {
  private let context: SiteContext
  /// Touchpoints, or dimensions where nothing is measured by touchpoint.
  private let subjects: [Subject]
  private let noun: CountWords.Noun

  private struct Subject {
    var name: String
    var reading: GapReading?
    var findings: [Finding]

    var fallsShort: Bool { !findings.isEmpty }
    var isMeasured: Bool { reading?.n != nil }
  }

  init(_ context: SiteContext) {
    self.context = context
    let touchpoints = context.phases.flatMap(\.touchpoints).map { touchpoint in
      Subject(
        name: touchpoint.name, reading: context.reading(.touchpoint, touchpoint.id),
        findings: context.deficiencies.filter { $0.touchpoint == touchpoint.id })
    }
    if touchpoints.contains(where: \.isMeasured) {
      subjects = touchpoints.filter { $0.isMeasured || $0.fallsShort }
      noun = .touchpoint
    } else {
      subjects = context.dimensions.map { dimension in
        Subject(
          name: dimension.name, reading: context.reading(.dimension, dimension.id),
          findings: context.deficiencies.filter { $0.dimension == dimension.id })
      }.filter { $0.isMeasured || $0.fallsShort }
      noun = .dimension
    }
  }

  var headline: String {
    let short = subjects.filter(\.fallsShort)
    guard subjects.contains(where: \.isMeasured) else { return seenHeadline }
    let all = subjects.count
    let preposition = noun == .touchpoint ? "at" : "in"
    if short.isEmpty {
      let expects = subjects.contains { $0.reading?.hasGap == true }
      let each = all == 1 ? "" : " \(preposition) all \(CountWords.spelled(all)) \(CountWords.form(all, noun))"
      return expects ? "No clear shortfall from what customers expect\(each)" : "No clear dissatisfaction\(each)"
    }
    let count =
      short.count == all && all > 1
      ? "all \(CountWords.spelled(all)) \(CountWords.form(all, noun))"
      : "\(CountWords.spelled(short.count)) of \(CountWords.spelled(all)) \(CountWords.form(all, noun))"
    let place = all == 1 ? "" : " \(preposition) \(count)"
    guard all > 1, short.count > 1, let worst = worst else { return "Service falls short\(place)" }
    return "Service falls short\(place), most gravely \(preposition) \(Self.lowerFirst(worst.name))"
  }

  /// Where only auditors have seen anything.
  private var seenHeadline: String {
    let count = context.deficiencies.count
    let notes = CountWords.of(context.report.project.notes.count, .note)
    guard count > 0 else {
      if !context.report.project.notes.isEmpty { return "No deficiency is marked in \(notes)" }
      return context.answers == nil ? "Too few answers to show" : context.configuration.title
    }
    return "Auditors saw \(CountWords.spelled(count)) \(CountWords.form(count, .deficiency)) in \(notes)"
  }

  /// The subject of the register's first row that has one.
  private var worst: Subject? {
    for finding in context.deficiencies {
      if let subject = subjects.first(where: { $0.findings.contains(finding) }) { return subject }
    }
    return nil
  }

  /// What is as expected, and the first deficiency's own sentence.
  var lede: HTML? {
    var sentences: [String] = []
    let fine = subjects.filter { !$0.fallsShort && ($0.reading?.n ?? 0) >= context.configuration.lowBase }
      .filter { ($0.reading?.gapLow).map { $0 > -0.1 } ?? false }
    if !fine.isEmpty {
      let names = fine.prefix(4).map { "<strong>\(HTMLText.escape(Self.lowerFirst($0.name)))</strong>" }
      sentences.append("Customers get what they expect from \(CountWords.list(names)).")
    }
    if let first = context.deficiencies.first {
      let place = context.place(of: first)
      let lead = place.isEmpty ? "" : "<strong>\(HTMLText.escape(place)):</strong> "
      sentences.append(lead + HTMLText.escape(FindingWords.firstSentence(of: first)))
    }
    return sentences.isEmpty ? nil : HTML(sentences.joined(separator: " "))
  }

  /// `Wave 2026-Q3 against 2026-Q1 · 1,842 customers answered, 11 % of those asked`.
  var kicker: String {
    var parts: [String] = []
    let leads = context.measured.surveys.filter { $0.respondents == .customers }
    if let survey = leads.max(by: { ($0.latest?.rows ?? 0) < ($1.latest?.rows ?? 0) }), let latest = survey.latest {
      if !latest.wave.label.isEmpty, leads.allSatisfy({ $0.latest?.wave.label == latest.wave.label }) {
        let earlier = survey.waves.count > 1 ? " against \(survey.waves[survey.waves.count - 2].wave.label)" : ""
        parts.append("Wave \(latest.wave.label)\(earlier)")
      }
      parts.append(Self.answered(leads, latest))
    } else {
      parts.append(CountWords.of(context.report.project.notes.count, .note))
    }
    return parts.joined(separator: " · ")
  }

  /// `1,842 customers answered, 11 % of those asked`; of several surveys the sum.
  private static func answered(_ surveys: [MeasuredSurvey], _ largest: MeasuredWave) -> String {
    let rows = surveys.compactMap { $0.latest?.rows }
    guard !rows.isEmpty else { return ReasonWords.text(.suppressed) }
    let answered = "\(CountWords.of(rows.reduce(0, +), .customer)) answered"
    guard surveys.count == 1 else { return answered + " in \(CountWords.of(rows.count, .survey))" }
    return answered + (largest.response.map { ", \(FigureText.percent($0)) of those asked" } ?? "")
  }

  /// Names that start like an abbreviation, "IT helpdesk", stay as they are.
  static func lowerFirst(_ name: String) -> String {
    guard let second = name.dropFirst().first, second.isLowercase else { return name }
    return name.prefix(1).lowercased() + name.dropFirst()
  }
}
