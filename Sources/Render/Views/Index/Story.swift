import Audit

/// The heading of the first page and the sentences under it: what the numbers bear out, and no more.
struct Story {
  private let context: SiteContext
  /// Touchpoints, or dimensions where nothing is measured by touchpoint.
  private let subjects: [Subject]
  private let isByTouchpoint: Bool

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
      isByTouchpoint = true
    } else {
      subjects = context.dimensions.map { dimension in
        Subject(
          name: dimension.name, reading: context.reading(.dimension, dimension.id),
          findings: context.deficiencies.filter { $0.dimension == dimension.id })
      }.filter { $0.isMeasured || $0.fallsShort }
      isByTouchpoint = false
    }
  }

  var headline: String {
    guard subjects.contains(where: \.isMeasured) else { return seenHeadline }
    let short = subjects.count(where: \.fallsShort)
    guard short > 0 else { return fineHeadline }
    guard subjects.count > 1 else { return say("Service falls short") }
    let all = CountWords.spelled(subjects.count)
    // Where several fall short, one of them is the worst.
    guard short > 1, let worst = worst.map({ LetterCase.inSentence($0.name) }) else {
      return isByTouchpoint
        ? say("Service falls short at one of \(all) touchpoints")
        : say("Service falls short in one of \(all) dimensions")
    }
    guard short < subjects.count else {
      return isByTouchpoint
        ? say("Service falls short at each of \(all) touchpoints, most gravely at \(worst)")
        : say("Service falls short in each of \(all) dimensions, most gravely in \(worst)")
    }
    let some = CountWords.spelled(short)
    return isByTouchpoint
      ? say("Service falls short at \(some) of \(all) touchpoints, most gravely at \(worst)")
      : say("Service falls short in \(some) of \(all) dimensions, most gravely in \(worst)")
  }

  /// Where nothing falls short.
  private var fineHeadline: String {
    if subjects.allSatisfy({ ($0.reading?.n ?? 0) < context.configuration.lowBase }) {
      return say("Too few answers to say where service falls short")
    }
    let expects = subjects.contains { $0.reading?.hasGap == true && $0.reading?.target == .expectation }
    guard subjects.count > 1 else {
      return expects ? say("No clear shortfall from what customers expect") : say("No clear dissatisfaction")
    }
    let all = CountWords.spelled(subjects.count)
    return switch (expects, isByTouchpoint) {
    case (true, true): say("No clear shortfall from what customers expect at any of \(all) touchpoints")
    case (true, false): say("No clear shortfall from what customers expect in any of \(all) dimensions")
    case (false, true): say("No clear dissatisfaction at any of \(all) touchpoints")
    case (false, false): say("No clear dissatisfaction in any of \(all) dimensions")
    }
  }

  /// Where only auditors have seen anything.
  private var seenHeadline: String {
    let count = context.deficiencies.count
    let notes = CountWords.of(context.report.project.notes.count, .note)
    guard count > 0 else {
      if !context.report.project.notes.isEmpty { return say("No deficiency is marked in \(notes)") }
      return context.answers == nil ? say("Too few answers to show") : context.configuration.title
    }
    return count == 1
      ? say("Auditors saw one deficiency in \(notes)")
      : say("Auditors saw \(CountWords.spelled(count)) deficiencies in \(notes)")
  }

  /// The subject of the register's first row that has one.
  private var worst: Subject? {
    for finding in context.deficiencies {
      if let subject = subjects.first(where: { $0.findings.contains(finding) }) { return subject }
    }
    return nil
  }

  /// What is as expected, the own sentence of the first deficiency of what falls short most gravely, and that of a graver one
  /// elsewhere.
  var lede: HTML? {
    var sentences: [String] = []
    let fine = subjects.filter { !$0.fallsShort && ($0.reading?.n ?? 0) >= context.configuration.lowBase }
      .filter { $0.reading?.target == .expectation && $0.reading?.isOfAll == true }
      .filter { ($0.reading?.gapLow).map { $0 > -0.1 } ?? false }
    if !fine.isEmpty {
      let names = fine.prefix(4).map { "<strong>\(HTMLText.escape(LetterCase.inSentence($0.name)))</strong>" }
      sentences.append(say("Customers get what they expect from \(CountWords.list(names))."))
    }
    let worst = worst?.findings.first
    if let first = worst ?? context.deficiencies.first {
      sentences.append(sentence(first, after: context.place(of: first)))
    }
    // What is about no touchpoint is no part of the headline.
    if let worst, let gravest = context.deficiencies.first, gravest.findingClass < worst.findingClass {
      let place = context.place(of: gravest)
      let lead = place.isEmpty ? say("Graver still") : say("Graver still, \(LetterCase.inSentence(place))")
      sentences.append(sentence(gravest, after: lead))
    }
    return sentences.isEmpty ? nil : HTML(sentences.joined(separator: " "))
  }

  private func sentence(_ finding: Finding, after lead: String) -> String {
    let lead = lead.isEmpty ? "" : "<strong>\(HTMLText.escape(lead)):</strong> "
    return lead + HTMLText.escape(FindingWords.firstSentence(of: finding))
  }

  /// `Wave 2026-Q3 against 2026-Q1 · 1,842 customers answered, 11 % of those asked`.
  var kicker: String {
    var parts: [String] = []
    let leads = context.measured.surveys.filter { $0.respondents == .customers }
    if let survey = leads.max(by: { ($0.latest?.rows ?? 0) < ($1.latest?.rows ?? 0) }), let latest = survey.latest {
      if !latest.wave.label.isEmpty, leads.allSatisfy({ $0.latest?.wave.label == latest.wave.label }) {
        let earlier = survey.waves.dropLast().last?.wave.label
        parts.append(
          earlier.map { say("Wave \(latest.wave.label) against \($0)") } ?? say("Wave \(latest.wave.label)"))
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
    let customers = CountWords.of(rows.reduce(0, +), .customer)
    guard surveys.count == 1 else { return say("\(customers) answered in \(CountWords.of(rows.count, .survey))") }
    return largest.response.map { say("\(customers) answered, \(FigureText.percent($0)) of those asked") }
      ?? say("\(customers) answered")
  }
}
