import Audit

/// What became of the deficiencies since the latest snapshot.
struct SinceView: View {
  var day: String
  /// How many stand as they stood.
  var kept: String
  var rows: [SinceRowView]
  var more: String?

  static let fields: [Field<SinceView>] = [
    .text("day", \.day), .text("kept", \.kept), .list("rows", \.rows), .text("more", \.more),
  ]

  /// More rows than this are counted, not listed; so many of each kind are, so that none hides the others.
  private static let (limit, least) = (12, 2)

  /// Nil where no earlier build is kept.
  init?(_ context: SiteContext) {
    guard let history = context.report.history else { return nil }
    day = DayText.long(history.since)
    let deficiencies = context.deficiencies
    var kinds: [[SinceRowView]] = []
    func add(_ state: Finding.History.State, _ word: String, _ cssClass: String) {
      // What was closed already is no news.
      let found = deficiencies.filter {
        $0.history?.state == state && !(state == .fixed && $0.history?.before?.status == .closed)
      }
      kinds.append(found.map { SinceRowView($0, word, cssClass, context) })
    }
    add(.new, say("new", as: "deficiency"), "bad")
    add(.regressed, say("↘ worse"), "bad")
    add(.reopened, say("back again"), "bad")
    add(.fixed, say("mended"), "fine")
    for state in GoneFinding.State.allCases {
      kinds.append(history.gone.filter { $0.state == state }.map(SinceRowView.init))
    }
    let persisting = deficiencies.filter { $0.history?.state == .persisting }
    let better = persisting.count { $0.history?.change.map { $0.kind == .better && $0.ground == .interval } ?? false }
    kept = Self.kept(persisting.count, better: better)
    rows = Self.listed(kinds)
    let others = kinds.reduce(0) { $0 + $1.count } - rows.count
    more = others > 0 ? say("and \(FigureText.count(others)) more") : nil
  }

  /// Some of each kind, then more in the order of the kinds as long as there is room.
  private static func listed(_ kinds: [[SinceRowView]]) -> [SinceRowView] {
    var room = limit - kinds.reduce(0) { $0 + min($1.count, least) }
    return kinds.flatMap { kind -> ArraySlice<SinceRowView> in
      let extra = min(max(kind.count - least, 0), max(room, 0))
      room -= extra
      return kind.prefix(least + extra)
    }
  }

  private static func kept(_ count: Int, better: Int) -> String {
    let deficiencies = CountWords.of(count, .deficiency)
    guard better > 0 else { return count == 1 ? say("\(deficiencies) persists.") : say("\(deficiencies) persist.") }
    let number = FigureText.count(better)
    return count == 1
      ? say("\(deficiencies) persists, \(number) of them better by more than chance explains.")
      : say("\(deficiencies) persist, \(number) of them better by more than chance explains.")
  }
}

/// A deficiency that is new, worse, back or gone.
struct SinceRowView: View {
  var word: String
  /// `fine`, `bad` or empty: colours the word.
  var cssClass: String
  var name: String
  var href: String?
  var note: String?

  static let fields: [Field<SinceRowView>] = [
    .text("word", \.word), .text("cssClass", \.cssClass), .text("name", \.name), .text("href", \.href),
    .text("note", \.note),
  ]

  init(_ finding: Finding, _ word: String, _ cssClass: String, _ context: SiteContext) {
    self.word = word
    self.cssClass = cssClass
    name = finding.title
    href = context.sitemap.link(from: .index, to: .deficiency(finding.id))
    let now = finding.findingClass.inSentence
    note = now
    if let before = finding.history?.before?.findingClass, before != finding.findingClass {
      note = say("\(now), was \(before.inSentence)")
      if finding.history?.state == .regressed, finding.history?.change?.ground != .interval {
        note = say("\(now), was \(before.inSentence); its figure may differ by chance")
      }
    }
  }

  init(_ gone: GoneFinding) {
    switch gone.state {
    case .fixed: (word, cssClass) = (say("mended"), "fine")
    case .gone: (word, cssClass) = (say("gone"), "")
    }
    name = gone.record.title
    note = gone.why
  }
}
