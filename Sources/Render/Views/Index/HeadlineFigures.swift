import Audit

/// The row of large figures under the heading.
struct HeadlineFigures {
  private let context: SiteContext

  init(_ context: SiteContext) {
    self.context = context
  }

  var figures: [FigureView] {
    context.outcomes.prefix(3).map(outcome) + [overall, deficiencies, steps].compactMap(\.self)
  }

  private func outcome(_ reading: OutcomeReading) -> FigureView {
    guard let value = reading.value else {
      let reason = reading.measurement.isSuppressed ? Reason.suppressed : .noData
      return FigureView(label: reading.name, value: FigureText.unknown, note: ReasonWords.text(reason))
    }
    let change = context.change(of: reading)
    let answers = reading.n.map { CountWords.of($0, .answer) }
    return FigureView(
      label: reading.name, value: reading.text(value),
      note: [reading.interval, answers, context.benchmark(beside: reading)?.short].compactMap(\.self).joined(
        separator: " · "),
      change: change?.text ?? context.obstacle(to: reading).map { say("not compared with \($0)") },
      changeClass: change?.cssClass ?? "")
  }

  private var overall: FigureView? {
    guard let reading = context.reading(.overall, "all"), reading.isOfAll, let gap = reading.gap,
      let low = reading.gapLow, let high = reading.gapHigh
    else { return nil }
    let isClear = high <= 0 || low >= 0
    let interval =
      high <= 0
      ? FigureText.range(-high, -low, decimals: reading.decimals)
      : FigureText.range(low, high, decimals: reading.decimals)
    var change = context.change(of: reading, .overall, "all")
    if let earlier = context.earlier(than: reading, .overall, "all")?.gap {
      let distance = FigureText.magnitude(earlier, decimals: reading.decimals)
      change?.earlier = earlier < 0 ? say("\(distance) below") : say("\(distance) above")
    }
    return FigureView(
      label: !isClear
        ? say("Held against \(reading.aim.text), overall")
        : gap < 0 ? say("Below \(reading.aim.text), overall") : say("Above \(reading.aim.text), overall"),
      value: isClear ? FigureText.magnitude(gap, decimals: reading.decimals) : reading.short,
      note: say("points on a scale of \(reading.scaleText) (\(interval))"),
      change: change?.text ?? context.obstacle(to: reading, .overall, "all").map { say("not compared with \($0)") },
      changeClass: change?.cssClass ?? "")
  }

  private var deficiencies: FigureView? {
    let open = context.deficiencies.filter { $0.status != .closed && $0.status != .done }
    let all = context.deficiencies.count
    guard !context.report.findings.isEmpty || !context.measured.surveys.isEmpty else { return nil }
    return FigureView(
      label: say("Open deficiencies"), value: FigureText.count(open.count),
      note: (open.count < all ? say("of \(FigureText.count(all))") + " · " : "") + ClassCounts.text(open))
  }

  private var steps: FigureView? {
    let plans = context.report.project.corrections
    let steps = plans.flatMap(\.steps)
    guard !steps.isEmpty else { return nil }
    let late = plans.count { $0.isOverdue(on: context.report.asOf) }
    let note = late == 0 ? say("no plan is late") : say("\(CountWords.of(late, .plan)) overdue")
    return FigureView(
      label: say("Correction steps done"),
      value: "\(FigureText.count(steps.count(where: \.done))) / \(FigureText.count(steps.count))", note: note)
  }
}

/// `1 critical, 4 major`.
enum ClassCounts {
  static func text(_ findings: [Finding]) -> String {
    FindingClass.allCases.compactMap { findingClass in
      let count = findings.count { $0.findingClass == findingClass }
      return count > 0 ? text(count, findingClass) : nil
    }.joined(separator: ", ")
  }

  private static func text(_ count: Int, _ findingClass: FindingClass) -> String {
    let number = FigureText.count(count)
    switch findingClass {
    case .critical: return count == 1 ? say("\(number) critical", as: "one") : say("\(number) critical")
    case .major: return count == 1 ? say("\(number) major", as: "one") : say("\(number) major")
    case .minor: return count == 1 ? say("\(number) minor", as: "one") : say("\(number) minor")
    case .observation: return CountWords.of(count, .observation)
    case .watch: return say("\(number) watch")
    case .strength: return count == 1 ? say("\(number) strength", as: "one") : say("\(number) strength")
    }
  }
}
