import Audit
import Testing

@Suite struct FigureAddresses {
  private static let basic = Slice(parts: [.init(segment: "tier", value: "basic")])

  @Test(arguments: [
    ("nps", FigureAddress(target: .named("nps"))),
    ("gap.branch.responsiveness", FigureAddress(target: .named("gap.branch.responsiveness"))),
    ("customers::nps", FigureAddress(survey: "customers", target: .named("nps"))),
    ("nps[tier=basic]@2026-Q1", FigureAddress(target: .named("nps"), slice: basic, wave: "2026-Q1")),
    (
      "nps[tier=a/b]", FigureAddress(target: .named("nps"), slice: Slice(parts: [.init(segment: "tier", value: "a/b")]))
    ),
    ("item/queue/gap.mean", FigureAddress(target: .figure(.item, subject: "queue", .gapMean))),
    (
      "cell/branch/responsiveness/gap.mean[tier=basic]@2026-Q1",
      FigureAddress(
        target: .figure(.cell, subject: "branch/responsiveness", .gapMean), slice: basic, wave: "2026-Q1")
    ),
    (
      "customers::cell/branch/responsiveness/failed.ci.low[all]",
      FigureAddress(
        survey: "customers", target: .figure(.cell, subject: "branch/responsiveness", .failedLow), slice: .all)
    ),
    (
      "change/nps/difference@2026-Q1>2026-Q3",
      FigureAddress(target: .figure(.change, subject: "nps", .difference), wave: "2026-Q1>2026-Q3")
    ),
    (
      "column/How was it? [1/2] @home/valid",
      FigureAddress(target: .figure(.column, subject: "How was it? [1/2] @home", .valid))
    ),
    ("column/a::b/valid", FigureAddress(target: .figure(.column, subject: "a::b", .valid))),
    ("scorecard/all/score", FigureAddress(target: .figure(.scorecard, subject: "all", .score))),
    (
      "item/x/n[tier=a/n;age=18-29]",
      FigureAddress(
        target: .figure(.item, subject: "x", .n),
        slice: Slice(parts: [.init(segment: "tier", value: "a/n"), .init(segment: "age", value: "18-29")]))
    ),
  ])
  func areReadAndWrittenAlike(_ text: String, _ address: FigureAddress) throws {
    let read = try FigureAddress(parsing: text)
    #expect(read == address)
    #expect(read.text == text)
  }

  @Test(arguments: [
    ("a%3Bb", "a;b"), ("a%3Db", "a=b"), ("100%25", "100%"), ("caf%C3%A9", "café"), ("a%5d@b", "a]@b"), ("", ""),
  ])
  func decodeTheValuesOfSlices(_ written: String, _ value: String) throws {
    let address = try FigureAddress(parsing: "item/x/n[tier=\(written)]@w")
    #expect(address.slice == Slice(parts: [.init(segment: "tier", value: value)]))
    #expect(address.wave == "w")
  }

  @Test func ofSlicesComeBackFromTheirKeys() {
    for value in ["basic", "a;b=c%", "%41", "ü]"] {
      let slice = Slice(parts: [.init(segment: "tier", value: value), .init(segment: "age", value: "60+")])
      #expect(Slice(key: slice.key) == slice)
    }
    #expect(Slice(key: "all") == .all)
  }

  @Test(arguments: [
    ("", FigureAddress.Problem.empty), ("customers::", .empty), ("[tier=basic]", .empty),
    ("itme/queue/gap.mean", .kind("itme")), ("/queue/gap.mean", .kind("")),
    ("item/queue/gap.men", .statistic("gap.men")), ("item/queue/gap.men[tier=basic]", .statistic("gap.men")),
    ("item/gap.mean", .noSubject), ("item/", .noSubject),
    ("item/queue/n[tier]", .slice("[tier]")), ("item/queue/n[=basic]", .slice("[=basic]")),
    ("item/queue/n[tier=%4]", .slice("[tier=%4]")), ("item/queue/n[tier=%FF]", .slice("[tier=%FF]")),
    ("item/queue/n[tier=basic", .slice("[tier=basic")), ("nps[tier]", .slice("[tier]")), ("nps@", .slice("@")),
  ])
  func sayWhatIsWrong(_ text: String, _ problem: FigureAddress.Problem) {
    #expect(throws: problem) { try FigureAddress(parsing: text) }
  }
}

@Suite struct StatisticMeanings {
  @Test(arguments: SubjectKind.allCases)
  func sayEverythingOfEveryStatistic(_ kind: SubjectKind) {
    for statistic in Statistic.allCases {
      let meaning = statistic.meaning(in: kind)
      #expect(meaning.plain.text.hasSuffix("."), "\(statistic.rawValue)")
      #expect(!meaning.formula.text.isEmpty && !meaning.source.citation.isEmpty, "\(statistic.rawValue)")
    }
  }

  @Test func stepsNeverGoRoundInACircle() {
    for statistic in Statistic.allCases {
      let steps = statistic.steps(in: .item)
      #expect(!steps.contains(statistic), "\(statistic.rawValue)")
      #expect(Set(steps).count == steps.count)
      for (place, step) in steps.enumerated() {
        #expect(step.steps(in: .item).allSatisfy { steps[..<place].contains($0) }, "\(step.rawValue)")
      }
    }
  }

  @Test func ofATestLeadToItFromItsData() {
    #expect(
      Statistic.gapQ.steps(in: .cell)
        == [.expectationMean, .perceptionMean, .gapMean, .gapSD, .gapSE, .gapT, .gapDF, .gapP, .gapPExact])
    #expect(Statistic.severity.steps(in: .cell) == [.f1, .importance])
  }
}
