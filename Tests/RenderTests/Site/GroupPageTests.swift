import Audit
import Testing

@testable import Render

/// What pages say of groups of customers, and of the map of touchpoints and dimensions.
struct GroupPageTests {
  private static let basic = Slice(parts: [Slice.Part(segment: "tier", value: "basic")])

  /// The sample with figures of one segment, of its value `basic` against all others, or of another survey.
  private func context(
    _ change: (inout MeasuredSurvey) throws -> Void, others: [MeasuredSurvey] = []
  ) throws -> SiteContext {
    var report = try SampleReport.make()
    var survey = try #require(report.measured.surveys.first)
    try change(&survey)
    report.measured = MeasuredAudit(surveys: [survey] + others)
    return SiteContext(report)
  }

  // MARK: Segments

  private func headline(p: Double?) throws -> String {
    let context = try context { survey in
      guard let p else { return }
      let key = MeasurementKey(survey: survey.id, wave: "2026-Q3", kind: .segment, subject: "tier/overall:gap")
      var measurement = Measurement(key: key, n: 1842)
      measurement.set(.welchP, Figure(p, n: 1842))
      survey.waves[1].slices[0].measurements.append(measurement)
    }
    return SegmentFigures(segment: try #require(context.segments.first), context: context).headline
  }

  @Test("groups differ where the test over all of them says so, not where two intervals happen to lie apart")
  func differ() throws {
    // The gaps of basic and plus lie 0.4 apart, with intervals of ±0.18.
    let untested = try headline(p: nil)
    #expect(untested.contains("basic"))
    #expect(try headline(p: 0.04) == untested)
    let unclear = try headline(p: 0.06)
    #expect(unclear != untested && !unclear.contains("basic"))
  }

  @Test(
    "the widest gap is named where it is surely wider, on enough answers",
    arguments: [(1842, -0.3, true), (1842, -0.9, false), (12, -0.3, false)])
  func widest(answers: Int, gapOfOthers: Double, isNamed: Bool) throws {
    let context = try context { survey in
      for index in survey.waves[1].slices.indices where survey.waves[1].slices[index].slice.parts.count == 1 {
        let isBasic = survey.waves[1].slices[index].slice == Self.basic
        for place in survey.waves[1].slices[index].measurements.indices {
          let gap = isBasic ? -1 : gapOfOthers
          let n = isBasic ? answers : 1842
          for (statistic, value) in [(Statistic.gapMean, gap), (.gapLow, gap - 0.2), (.gapHigh, gap + 0.2)] {
            survey.waves[1].slices[index].measurements[place].set(statistic, Figure(value, n: n))
          }
          survey.waves[1].slices[index].measurements[place].set(.failedShare, Figure(0.2, n: n))
        }
      }
    }
    let chart = try #require(SubjectCharts(context: context, kind: .touchpoint, id: "branch").segments)
    #expect(chart.title.hasPrefix("Widest gap: Customer tier basic") == isNamed, "\(chart.title)")
  }

  // MARK: Touchpoints of rows

  @Test("where answers are about a touchpoint each, its page has no single questions, and says why")
  func touchpointsOfRows() throws {
    for isByRow in [true, false] {
      let context = try context { survey in
        if isByRow { survey.waves[1].definition.rowTouchpoints = ["branch"] }
      }
      let touchpoint = SubjectCharts(context: context, kind: .touchpoint, id: "branch")
      #expect((touchpoint.items == nil) == isByRow)
      #expect(SubjectCharts(context: context, kind: .dimension, id: "responsiveness").items != nil)
      let lede = SubjectWords.lede(context.reading(.touchpoint, "branch"), nil, obstacle: nil)
      #expect(lede.contains("single questions are counted over all touchpoints alone") == isByRow)
    }
  }

  // MARK: A group that is served worse

  @Test("a finding on a group has the group's answers and its test against all others") func parity() throws {
    let key = MeasurementKey(
      survey: "customers", wave: "2026-Q3", slice: Self.basic, kind: .parity, subject: "tier/overall")
    let context = try context { survey in
      var parity = Measurement(key: key, n: 900)
      let figures: [(Statistic, Double)] = [
        (.difference, -0.4), (.differenceLow, -0.6), (.differenceHigh, -0.2), (.differenceT, -3.94),
        (.differenceDF, 1790.4), (.differenceP, 0.0001), (.differenceQ, 0.002), (.cliff, -0.21),
      ]
      for (statistic, value) in figures { parity.set(statistic, Figure(value, n: 1842)) }
      let index = try #require(survey.waves[1].slices.firstIndex { $0.slice == Self.basic })
      survey.waves[1].slices[index].measurements.append(parity)
    }
    var finding = Finding(
      id: "parity.tier.basic", kind: .parity, title: "", findingClass: .major, statement: "")
    finding.segment = Self.basic.parts.first
    finding.measurement = key
    finding.pictured = MeasurementKey(survey: "customers", wave: "2026-Q3", kind: .overall, subject: "all")
    let found = try #require(ParityTable(finding, context))
    #expect(found.group == "Customer tier basic")
    let rows = try #require(found.view).rows.map { [$0.head] + $0.cells.map(\.text) }
    let expected = [
      ["Answers of the group", "900"], ["Answers of all others", "942"], ["Group less all others, mean", "−0.400"],
      ["Group less all others, interval", "−0.600 to −0.200"], ["Welch’s t", "−3.940"],
      ["Degrees of freedom", "1,790"],
      ["Cliff’s δ", "−0.210"],
    ]
    for row in expected { #expect(rows.contains(row), "\(row) in \(rows)") }
    // Nothing of all customers together.
    #expect(!rows.contains { $0.contains("1,842") })
    finding.kind = .gap
    finding.measurement = finding.pictured
    #expect(ParityTable(finding, context) == nil)
  }

  @Test("a page on a finding shows the answers of its own survey", arguments: ["customers", "others"])
  func ownSurvey(_ survey: String) throws {
    var report = try SampleReport.make()
    var staff = try other(.staff)
    for wave in staff.waves.indices {
      for slice in staff.waves[wave].slices.indices {
        for index in staff.waves[wave].slices[slice].measurements.indices {
          staff.waves[wave].slices[slice].measurements[index].n = 77
          if let share = staff.waves[wave].slices[slice].measurements[index][.failedShare] {
            staff.waves[wave].slices[slice].measurements[index].set(.failedShare, Figure(share, n: 77))
          }
        }
      }
    }
    report.measured = MeasuredAudit(surveys: report.measured.surveys + [staff])
    report.findings[0].measurement?.survey = survey
    let page = render(report).site.files.first { $0.path == "deficiencies/gap.branch.responsiveness.html" }
    let html = String(decoding: try #require(page).bytes, as: UTF8.self)
    #expect(html.contains("What staff say") == (survey == "others"))
    #expect(html.contains("What customers say") == (survey == "customers"))
    #expect(html.contains("77 answers") == (survey == "others"))
  }

  @Test("no page holds a control character that HTML forbids") func controlCharacters() throws {
    var report = try SampleReport.make()
    report.project.configuration.title = "a\u{1}b"
    report.findings[0].remarks = ["c\u{7F}d"]
    for file in render(report).site.files where file.path.hasSuffix(".html") {
      #expect(!file.bytes.contains(1) && !file.bytes.contains(0x7F), "\(file.path)")
    }
  }

  // MARK: The map

  /// A survey that rates one more touchpoint on two dimensions.
  private func other(_ respondents: Respondents) throws -> MeasuredSurvey {
    var survey = try #require(SampleReport.make().measured.surveys.first)
    survey.id = "others"
    survey.respondents = respondents
    for wave in survey.waves.indices {
      let items = survey.waves[wave].definition.items.indices.filter { $0 < 2 }
      for item in items { survey.waves[wave].definition.items[item].touchpoint = "app" }
      let sets = survey.waves[wave].definition.sets
      for slice in survey.waves[wave].slices.indices {
        survey.waves[wave].slices[slice].measurements = survey.waves[wave].slices[slice].measurements.compactMap {
          var measurement = $0
          measurement.key.survey = "others"
          measurement.key.subject = measurement.key.subject.replacing("website", with: "app")
            .replacing("phone", with: "app")
          let isAsked = sets.contains { $0.kind == measurement.key.kind && $0.subject == measurement.key.subject }
          return isAsked || measurement.key.kind == .item ? measurement : nil
        }
      }
    }
    return survey
  }

  @Test("the map shows what customers say, and not what staff say") func heatMap() throws {
    let own = try #require(HeatMapView(on: .journey, context { _ in }))
    #expect(own.rows.map(\.head) == ["Web site", "Phone enquiry", "Branch visit", "Card delivery"])
    #expect(own.caption == "Received less expected, touchpoint by dimension")
    for (respondents, isShown) in [(Respondents.customers, true), (.staff, false), (.management, false)] {
      let map = try #require(HeatMapView(on: .journey, context({ _ in }, others: [other(respondents)])))
      #expect(map.rows.contains { $0.head == "Mobile app" } == isShown, "\(respondents)")
    }
  }

  @Test("a mark where customers were not asked says so, for those who do not see it") func notAsked() throws {
    var report = try SampleReport.make()
    var seen = Finding(id: "note.dust", kind: .observed, title: "Dust", findingClass: .minor, statement: "S.")
    (seen.touchpoint, seen.dimension) = ("branch", "tangibles")
    report.findings.append(seen)
    let map = try #require(HeatMapView(on: .journey, SiteContext(report)))
    let cells = try #require(map.rows.first { $0.head == "Branch visit" }).cells
    #expect(cells.contains { $0.text == "not asked" && $0.href != nil && $0.word == "Minor" })
    #expect(cells.allSatisfy { !$0.text.isEmpty || $0.href == nil })
  }

  @Test("where some say what they expect, cells that are held against something else have no number")
  func mixed() throws {
    let context = try context { survey in
      for wave in survey.waves.indices {
        survey.waves[wave].definition.items[1].comparison = .none
      }
    }
    let map = try #require(HeatMapView(on: .journey, context))
    #expect(!map.rows.contains { $0.head == "Phone enquiry" } && map.rows.count == 3)
  }
}
