import Audit

/// One deficiency, as a sheet to hand to its owner.
struct DeficiencyView: View {
  var frame: FrameView
  var id: String
  var title: String
  var classification: ClassView
  var statement: String
  var remarks: [String]
  /// Whose answers the chart shows.
  var speaker: String
  var word: WordView?
  var chart: ChartView?
  var numbers: TableView?
  var standards: [String]
  var observations: [QuoteView]
  var photos: [PhotoView]
  /// Which of survey, auditors and comments tell of it.
  var agreement: String?
  var comments: String?
  var quotes: [QuoteView]
  var waves: ChartView?
  var groups: ChartView?
  var steps: StepsView?
  var verdict: VerdictView?
  var history: HistoryView?
  var value: ValueView?
  var factors: [FactorView]

  static let fields: [Field<DeficiencyView>] = [
    .object("frame", \.frame), .text("id", \.id), .text("title", \.title), .object("class", \.classification),
    .text("statement", \.statement), .texts("remarks", \.remarks), .object("word", \.word), .text("speaker", \.speaker),
    .object("chart", \.chart),
    .object("numbers", \.numbers), .texts("standards", \.standards), .list("observations", \.observations),
    .list("photos", \.photos),
    .text("agreement", \.agreement), .text("comments", \.comments),
    .list("quotes", \.quotes), .object("waves", \.waves), .object("groups", \.groups), .object("steps", \.steps),
    .object("verdict", \.verdict), .object("history", \.history), .object("value", \.value),
    .list("factors", \.factors),
  ]

  init(_ finding: Finding, _ context: SiteContext, _ prose: inout Prose) {
    let page = Page.deficiency(finding.id)
    var crumbs = [context.crumb(say("Deficiencies"), to: .register, from: page)]
    if let touchpoint = finding.touchpoint {
      crumbs.append(context.crumb(context.name(ofTouchpoint: touchpoint), to: .touchpoint(touchpoint), from: page))
    }
    if let dimension = finding.dimension {
      crumbs.append(context.crumb(context.name(ofDimension: dimension), to: .dimension(dimension), from: page))
    }
    frame = context.frame(page, title: finding.title, crumbs: crumbs)
    id = finding.id
    title = finding.title
    classification = ClassView(finding.findingClass)
    statement = finding.statement
    remarks = finding.remarks
    word = finding.computed.map { WordView($0, of: finding, &prose) }
    speaker = say("What customers say")
    if let units = UnitEvidence(finding, context) {
      speaker = units.heading
      chart = units.chart(context)
      numbers = units.numbers
    } else if let key = finding.pictured ?? finding.measurement {
      let survey = context.measured.surveys.first { $0.id == key.survey }
      speaker = Self.speaker(survey?.respondents ?? .customers)
      let charts = SubjectCharts(
        context: context, kind: key.kind, id: key.subject, survey: survey?.id,
        evidenceOf: Mark(finding.findingClass), group: finding.segment)
      chart = charts.items
      groups = charts.segments
      if let parity = ParityTable(finding, context) {
        // Whether a group changed against the others is not tested.
        numbers = parity.view
        speaker = say("What this group says: \(parity.group)")
      } else {
        waves = charts.waves
        numbers = context.reading(key.kind, key.subject, in: survey?.id).flatMap(TestTable.view)
      }
    }
    let evidence = EvidenceViews(finding, on: page, context, &prose)
    standards = evidence.standards
    observations = evidence.observations
    photos = PhotoView.all(finding, beside: evidence.observations, on: page, context)
    quotes = evidence.quotes
    agreement = CommentWords.agreement(finding, context)
    comments = finding.words.map { CommentWords.sentence($0, of: finding, context) }
    steps = StepsView(finding, on: page, context, &prose)
    verdict = finding.verdict.map { VerdictView($0) }
    history = HistoryView(finding, context)
    value = ValueView(finding, context)
    factors = FactorView.all(finding, context)
  }

  private static func speaker(_ respondents: Respondents) -> String {
    switch respondents {
    case .customers: say("What customers say")
    case .staff: say("What staff say")
    case .management: say("What management says")
    }
  }
}

/// The consultant's word on a finding, and what was computed.
struct WordView: View {
  var because: String
  var text: HTML?
  var computed: [MetaView]

  static let fields: [Field<WordView>] = [
    .text("because", \.because), .html("text", \.text), .list("computed", \.computed),
  ]

  init(_ computed: Finding.Computed, of finding: Finding, _ prose: inout Prose) {
    because = computed.because ?? ""
    let isEmpty = computed.text.text.allSatisfy(\.isWhitespace)
    text = isEmpty ? nil : prose.html(computed.text, deeper: 2)
    var rows: [MetaView] = []
    if computed.title != finding.title { rows.append(MetaView(name: say("Computed headline"), value: computed.title)) }
    if computed.findingClass != finding.findingClass {
      rows.append(MetaView(name: say("Computed class"), value: FindingWords.name(computed.findingClass)))
    }
    if computed.cause != finding.cause {
      let cause = computed.cause.map(FindingWords.explanation) ?? say("not known")
      rows.append(MetaView(name: say("Computed cause"), value: cause))
    }
    if !computed.merged.isEmpty {
      rows.append(MetaView(name: say("Joined with it"), value: computed.merged.joined(separator: ", ")))
    }
    self.computed = rows
  }
}

/// What notes hold as evidence of a finding.
private struct EvidenceViews {
  var standards: [String] = []
  var observations: [QuoteView] = []
  var quotes: [QuoteView] = []

  init(_ finding: Finding, on page: Page, _ context: SiteContext, _ prose: inout Prose) {
    for evidence in finding.evidence {
      let note = context.note(atFile: evidence.source)
      switch evidence.kind {
      case .scorecard where evidence.value != nil, .note where evidence.value != nil:
        standards.append(LetterCase.capitalised(evidence.text ?? ""))
      case .survey, .scorecard: break
      // How many comments say so stands in a sentence of its own.
      case .verbatim where evidence.value != nil: break
      case .verbatim where note == nil:
        quotes.append(
          QuoteView(
            comment: evidence.text ?? "",
            from: context.measured.comments.first { $0.files.contains(evidence.source) }))
      case .note, .verbatim:
        guard let text = evidence.text, !text.isEmpty else { continue }
        let detail = note.map { [$0.title, $0.date.map(DayText.long)].compactMap(\.self).joined(separator: ", ") }
        var view = QuoteView(
          text: HTML(""), source: detail ?? evidence.source,
          href: note.flatMap { context.sitemap.link(from: page, to: .note($0.slug)) })
        if evidence.kind == .verbatim {
          view.text = prose.inline(text, from: evidence.source, line: evidence.line)
          view.speaker = note?.quotes.first { $0.line == evidence.line }?.source
          quotes.append(view)
        } else {
          let source = MarkdownText(text: text, file: evidence.source, firstLine: evidence.line ?? 1)
          view.text = prose.html(source, deeper: 3)
          observations.append(view)
        }
      }
    }
  }
}

/// One of the factors that put a finding where it stands in the register.
struct FactorView: View {
  var name: String
  var value: String
  var meaning: String

  static let fields: [Field<FactorView>] = [
    .text("name", \.name), .text("value", \.value), .text("meaning", \.meaning),
  ]

  static func all(_ finding: Finding, _ context: SiteContext) -> [FactorView] {
    var factors: [FactorView] = []
    func add(_ name: String, _ value: String, _ meaning: String) {
      factors.append(FactorView(name: name, value: value, meaning: meaning))
    }
    let isOfStaff = finding.kind == .internal || finding.kind == .employees
    if let reach = finding.reach {
      let isGraded = finding.isGradedByShare(context.configuration.thresholds)
      let basis =
        isOfStaff
        ? say("of \(CountWords.of(reach.n, .answer)) of staff")
        : say("of \(CountWords.of(reach.n, .customer)) who answered")
      add(
        say("Seriously failed"),
        "\(FigureText.percent(reach.share)) (\(FigureText.percentRange(reach.low, reach.high)))",
        isGraded ? say("\(basis); it decides the class") : basis)
    }
    if !isOfStaff, let volume = finding.touchpoint.flatMap({ context.configuration.touchpoint($0)?.volume }) {
      add(say("Reach"), FigureText.percent(volume), say("of all customers pass this touchpoint"))
    }
    if let severity = finding.severity {
      add(
        say("Severity"), FigureText.fixed(severity, decimals: 1),
        isOfStaff
          ? say("points of total failure per 100 of staff who answered")
          : finding.support == .seenOnly
            ? say("points of total failure per 100 customers who pass, as auditors judge it: nobody counted them")
            : say("points of total failure per 100 customers who pass, weighted by importance"))
    }
    if !isOfStaff, let burden = finding.burden {
      add(
        say("Burden"), FigureText.fixed(burden, decimals: 1), say("severity times reach: the same per 100 customers"))
    }
    factors += FactorView.value(of: finding, context) + FactorView.place(of: finding, context)
    if let first = finding.firstSeen {
      let last = finding.lastSeen.flatMap { $0 == first ? nil : seen($0) }
      add(say("First seen"), last.map { say("\(seen(first)), last \($0)") } ?? seen(first), "")
    }
    return factors
  }

  /// A wave's label, or a note's date in words.
  private static func seen(_ label: String) -> String { Day(iso: label).map(DayText.long) ?? label }
}
