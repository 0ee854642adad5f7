import Audit

/// The charts of one touchpoint, dimension or cell: its parts, its items, its waves, its customers.
struct SubjectCharts {
  let context: SiteContext
  let kind: SubjectKind
  let id: String
  /// Nil for the survey that says most of it.
  var survey: String?
  /// Colours questions and customers as evidence of a finding.
  var evidenceOf: Mark?
  /// What one group of customers answers, against the others.
  var group: Slice.Part?

  private var reading: GapReading? { reading(kind, id) }

  private func reading(_ kind: SubjectKind, _ id: String) -> GapReading? {
    group.map { context.reading(kind, id, in: survey, of: $0) } ?? context.reading(kind, id, in: survey)
  }

  private func view(_ id: String, _ groups: [RowPlot.Group], _ scale: Scale, title: String? = nil) -> ChartView? {
    let rows = groups.flatMap(\.rows)
    guard rows.contains(where: { $0.value != nil }) else { return nil }
    let chart = Dumbbell.chart(
      id: id, title: title ?? StoryChart.title(rows), summary: StoryChart.summary(rows, scale), groups: groups,
      scale: StoryChart.range(scale))
    return ChartView(chart, key: StoryChart.key(rows, context))
  }

  /// A touchpoint by dimension, a dimension by touchpoint; nil where there is only one cell.
  var cells: ChartView? {
    guard let reading else { return nil }
    let sets = reading.wave.definition.sets.filter { set in
      set.kind == .cell && (kind == .touchpoint ? set.touchpoint == id : set.dimension == id)
    }
    guard sets.count > 1 else { return nil }
    let readings = sets.map { ($0, context.reading(.cell, $0.subject, in: survey)) }
    guard let scale = StoryChart.commonScale(readings.compactMap(\.1)) else { return nil }
    let rows = readings.map { set, reading in
      let name =
        kind == .touchpoint
        ? context.name(ofDimension: set.dimension ?? "") : context.name(ofTouchpoint: set.touchpoint ?? "")
      let findings = context.deficiencies.filter { $0.touchpoint == set.touchpoint && $0.dimension == set.dimension }
      return StoryChart.row(name, reading, context.mark(findings, reading), scale)
    }
    return view("cells-chart", [RowPlot.Group(heading: nil, rows: rows)], scale)
  }

  /// How answers to the questions spread, those with most low answers first; of the scale that most questions have.
  var spread: ChartView? {
    guard let reading, let all = reading.wave.all,
      let set = reading.wave.definition.sets.first(where: { $0.kind == kind && $0.subject == id })
    else { return nil }
    guard !reading.wave.definition.asksItemsOfAllTouchpoints(set) else { return nil }
    let items = set.items.map { reading.wave.definition.items[$0] }
    guard let scale = items.first?.scale, scale.range < 11, items.allSatisfy({ $0.scale == scale }) else { return nil }
    let rows = zip(set.items, items).map { index, item in
      LikertBars.Row(
        name: item.text ?? item.id, counts: all.distribution(.item, item.id)?.counts ?? [],
        notApplicable: notApplicable(toItem: index, reading))
    }
    let bars = LikertBars(rows: rows, minimum: scale.minimum, levels: scale.range + 1)
    let isWeighted = reading.isWeighted
    return LikertBars.chart(
      id: "spread-chart", title: AnswersAsGiven.title(bars.finding, isWeighted: isWeighted),
      summary: say("Shares of each answer, question by question."), bars: bars
    ).map { ChartView($0) }
  }

  /// How many say that a question does not apply to them; nil where that is not known.
  private func notApplicable(toItem index: Int, _ reading: GapReading) -> Int? {
    let survey = context.report.project.surveys.first { $0.id == reading.survey }
    let read = survey?.waves.first { $0.wave == reading.wave.wave }
    guard let items = read?.columns.items, items.indices.contains(index) else { return nil }
    let column = items[index].perception
    return reading.wave.columns.indices.contains(column) ? reading.wave.columns[column].notApplicable : nil
  }

  /// The questions, one row each, under the headings of their touchpoints where there are several.
  var items: ChartView? {
    guard let reading, let set = reading.wave.definition.sets.first(where: { $0.kind == kind && $0.subject == id })
    else { return nil }
    guard !reading.wave.definition.asksItemsOfAllTouchpoints(set) else { return nil }
    let items = set.items.map { reading.wave.definition.items[$0] }
    let readings = items.map { ($0, self.reading(.item, $0.id)) }
    guard let scale = StoryChart.commonScale(readings.compactMap(\.1)) else { return nil }
    var groups: [RowPlot.Group] = []
    for (item, reading) in readings {
      let heading = kind == .dimension ? item.touchpoint.map(context.name(ofTouchpoint:)) : nil
      // An item is evidence of its cell: it has a gap, not a class of its own.
      let row = evident(StoryChart.row(item.text ?? item.id, reading, .plain, scale))
      if let last = groups.indices.last, groups[last].heading == heading {
        groups[last].rows.append(row)
      } else {
        groups.append(RowPlot.Group(heading: heading, rows: [row]))
      }
    }
    return view("items-chart", groups, scale, title: title(ofItems: groups.flatMap(\.rows)))
  }

  private func evident(_ row: RowPlot.Row) -> RowPlot.Row {
    guard let evidenceOf else { return row }
    var row = row
    row.mark = evidenceOf
    row.isEvidence = true
    return row
  }

  private func title(ofItems rows: [RowPlot.Row]) -> String {
    if let title = ZoneTitle.text(rows, name: { say("“\($0)”", as: "question") }) { return title }
    let isExpected = rows.contains { row in
      if case .expected = row.reference { true } else { false }
    }
    guard isExpected else {
      let means = rows.compactMap { row in row.value.map { (name: row.name, mean: $0) } }
      guard means.count > 1, let least = means.min(by: { $0.mean < $1.mean }) else { return say("What customers say") }
      return say("Lowest mean: “\(least.name)”")
    }
    let short = rows.filter { $0.value != nil && $0.reference != nil && gap($0) < 0 }
    guard rows.count > 1, let worst = short.min(by: { gap($0) < gap($1) }) else {
      return say("What was expected and what was received")
    }
    return say("Widest gap: “\(worst.name)”")
  }

  /// One row a wave, oldest first, without waves that asked something else; nil with a single one.
  var waves: ChartView? {
    guard let reading, let survey = context.measured.surveys.first(where: { $0.id == reading.survey }) else {
      return nil
    }
    let readings = survey.waves.compactMap { wave -> GapReading? in
      let obstacle = reading.wave.definition.obstacle(kind, id, since: wave.definition)
      guard obstacle == nil, let all = wave.all else { return nil }
      return GapReading(kind, id, survey: survey.id, wave: wave, slice: all)
    }
    guard readings.count > 1 else { return nil }
    let rows = readings.map { $0.row(name: $0.wave.wave.label, mark: .plain) }
    let change = context.change(of: reading, kind, id)
    let isApart = context.obstacle(to: reading, kind, id) != nil
    let title =
      switch change?.direction {
      case nil where isApart: say("Not compared with the wave before")
      case .better: say("Better than the wave before, more than chance explains")
      case .worse: say("Worse than the wave before, more than chance explains")
      case .unclear, nil: say("No clear change from wave to wave")
      }
    return view("waves-chart", [RowPlot.Group(heading: nil, rows: rows)], reading.scale, title: title)
  }

  /// One row a group of customers, under the headings of the segments.
  var segments: ChartView? {
    guard let reading else { return nil }
    var compared: [Group] = []
    let groups = context.segments.compactMap { segment -> RowPlot.Group? in
      let values = context.bySegment(segment.id, of: reading, kind, id)
      guard values.count > 1 else { return nil }
      compared += values.map { Group(segment: segment.name, value: $0.value, reading: $0.reading) }
      return RowPlot.Group(
        heading: segment.name,
        rows: values.map { value, reading in
          let row = reading.row(name: value, mark: .plain)
          let isEvidence = group.map { $0 == Slice.Part(segment: segment.id, value: value) } ?? true
          return isEvidence ? evident(row) : row
        })
    }
    guard !groups.isEmpty else { return nil }
    let rows = groups.flatMap(\.rows).filter { $0.value != nil }
    let title = ZoneTitle.text(rows, name: \.self) ?? widest(compared)
    return view("segments-chart", groups, reading.scale, title: title)
  }

  /// The group with the widest gap, where that is surely wider than the narrowest and rests on enough answers; nil without
  /// gaps.
  private func widest(_ groups: [Group]) -> String? {
    let known = groups.compactMap { group -> (group: Group, gap: Double, low: Double, high: Double)? in
      guard let gap = group.reading.gap, let low = group.reading.gapLow, let high = group.reading.gapHigh,
        (group.reading.n ?? 0) >= context.configuration.lowBase
      else { return nil }
      return (group, gap, low, high)
    }
    guard let worst = known.min(by: { $0.gap < $1.gap }), let best = known.max(by: { $0.gap < $1.gap }) else {
      return nil
    }
    if worst.gap > -0.05 { return say("Nothing falls short of the mark") }
    guard worst.high < best.low else { return say("No clear difference") }
    return say("Widest gap: \(worst.group.segment) \(worst.group.value)")
  }

  /// Customers who share a value of a segment.
  private struct Group {
    var segment: String
    var value: String
    var reading: GapReading
  }

  private func gap(_ row: RowPlot.Row) -> Double { (row.value ?? 0) - (row.reference?.value ?? 0) }
}
