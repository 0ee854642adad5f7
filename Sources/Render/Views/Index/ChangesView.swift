import Audit

/// What got better or worse since the wave before, and what shows no clear change.
struct ChangesView: View {
  var wave: String
  var better: [ChangeView]
  var worse: [ChangeView]
  /// Names, in a sentence; nil where there are none.
  var unclear: String?
  /// What is not compared, with the reason: `Satisfaction with 2026-Q1: it was asked in another way`.
  var uncompared: [String]

  static let fields: [Field<ChangesView>] = [
    .text("wave", \.wave), .list("better", \.better), .list("worse", \.worse), .text("unclear", \.unclear),
    .texts("uncompared", \.uncompared),
  ]

  /// Nil where nothing was measured twice.
  init?(_ context: SiteContext) {
    var better: [ChangeView] = []
    var worse: [ChangeView] = []
    var names: [String] = []
    var waves: [String] = []
    var uncompared: [String] = []
    func add(_ name: String, _ now: String, _ change: Change, _ href: String?) {
      let was = say("\(now), was \(change.earlier)")
      let view = ChangeView(name: name, href: href, text: change.isSlight ? say("\(was), rounded") : was)
      switch change.direction {
      case .better: better.append(view)
      case .worse: worse.append(view)
      case .unclear: names.append(LetterCase.inSentence(name))
      }
      if !waves.contains(change.wave) { waves.append(change.wave) }
    }
    for outcome in context.outcomes {
      if let obstacle = context.obstacle(to: outcome) { uncompared.append(say("\(outcome.name) with \(obstacle)")) }
      guard let value = outcome.value, let change = context.change(of: outcome) else { continue }
      add(outcome.name, outcome.text(value), change, nil)
    }
    let touchpoints = context.phases.flatMap(\.touchpoints).map { (SubjectKind.touchpoint, $0.id, $0.name) }
    let dimensions = context.dimensions.map { (SubjectKind.dimension, $0.id, $0.name) }
    let hasTouchpoints = touchpoints.contains { context.reading($0.0, $0.1) != nil }
    for (kind, id, name) in hasTouchpoints ? touchpoints : dimensions {
      guard let reading = context.reading(kind, id) else { continue }
      if let obstacle = context.obstacle(to: reading, kind, id) { uncompared.append("\(name) with \(obstacle)") }
      guard let change = context.change(of: reading, kind, id) else { continue }
      let page = kind == .touchpoint ? Page.touchpoint(id) : .dimension(id)
      let now = reading.hasGap ? say("gap \(reading.short)") : reading.short
      add(name, now, change, context.sitemap.link(from: .index, to: page))
    }
    guard !better.isEmpty || !worse.isEmpty || !names.isEmpty || !uncompared.isEmpty else { return nil }
    self.better = better
    self.worse = worse
    self.uncompared = uncompared
    wave = CountWords.list(waves.filter { !$0.isEmpty })
    unclear = names.isEmpty ? nil : CountWords.list(names)
  }
}

/// One figure that changed.
struct ChangeView: View {
  var name: String
  var href: String?
  var text: String

  static let fields: [Field<ChangeView>] = [.text("name", \.name), .text("href", \.href), .text("text", \.text)]
}
