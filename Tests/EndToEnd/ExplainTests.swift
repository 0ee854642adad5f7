import Foundation
import TestSupport
import Testing

@Suite struct Explain {
  private static func explained(_ id: String, _ options: [String] = []) throws -> Command.Run {
    try Command.run(["explain", id] + options, in: Project.example())
  }

  /// What each kind of address has to name: value, definition, columns, steps, sides.
  @Test(arguments: [
    (
      "item/branch-wait/gap.mean",
      [
        "customers::item/branch-wait/gap.mean@2026-Q3", "“Served without a long wait”", "  = -",
        "Formula: Σx/n, x = p − e",
        "Parasuraman, Zeithaml & Berry 1988", "content/surveys/2026-q3.csv", "E8", "P8", "records read",
        "complete pairs", "expectation.mean", "How sure it is", "gap.se", "gap.ci.low",
      ]
    ),
    (
      "customers::cell/branch/responsiveness/failed.share",
      [
        "F_s = count(κ > R/4)/n", "Foster, Greer & Thorbecke 1984", "E7", "P8", "at least half of the 2 questions",
        "From other figures", "customers::item/branch-noticed/failed.share@2026-Q3", "failed.shortfalls",
        "Missing is an empty cell or “99”; not applicable is “N/A”.",
      ]
    ),
    (
      "nps",
      ["customers::outcome/nps/nps@2026-Q3", "promoters", "passives", "detractors", "recommend", "Reichheld 2003"]
    ),
    (
      "cell/branch/empathy/gap.mean[tier=basic]@2026-Q1",
      ["gap.mean[tier=basic]@2026-Q1", "content/surveys/2026-q1.csv", "of these in tier=basic", "segment"]
    ),
    (
      "parity/tier/nps/difference[tier=basic]",
      ["less that of all others", "customers::outcome/nps/nps[tier=basic]@2026-Q3", "difference.p", "Welch 1947"]
    ),
    (
      "change/nps/difference",
      [
        "@2026-Q1>2026-Q3", "content/surveys/2026-q1.csv", "content/surveys/2026-q3.csv",
        "customers::outcome/nps/nps@2026-Q1",
        "customers::outcome/nps/nps@2026-Q3", "difference.se", "mde",
      ]
    ),
    ("column/recommend/missing", ["customers::column/recommend/missing@2026-Q3", "this column", "missing codes"]),
    ("standard/S1/required.q", ["Greeted within 30 seconds", "required.p", "checks", "content/notes/"]),
    ("scorecard/all/score", ["branch-visits::scorecard/all/score", "points.gained", "Cochran 1977", "visits read"]),
  ])
  func tellsWhereAFigureCameFrom(_ id: String, _ words: [String]) throws {
    let run = try Self.explained(id)
    #expect(run.status == 0, "\(run.errors)")
    for word in words { #expect(run.output.contains(word), "\(word) is not in\n\(run.output)") }
  }

  @Test func tellsHowAFindingCameAbout() throws {
    let run = try Self.explained("gap.branch.responsiveness")
    #expect(run.status == 0)
    for words in [
      "Finding gap.branch.responsiveness", "class: ", "customers::cell/branch/responsiveness/failed.share@2026-Q3",
      "Asked in turn", "so it is a deficiency by its mean", "critical from 50", "Evidence",
      "content/surveys/2026-q3.csv",
    ] {
      #expect(run.output.contains(words), "\(words) is not in\n\(run.output)")
    }
  }

  @Test func tellsOfAFindingThatRestsOnNotesAlone() throws {
    let run = try Self.explained("branch.side-door")
    #expect(run.status == 0)
    #expect(run.output.contains("Finding branch.side-door") && run.output.contains("content/notes/"))
  }

  @Test(arguments: [
    ("gap.branch.responsivness", "did you mean 'gap.branch.responsiveness'?"), ("npss", "did you mean 'nps'?"),
    ("itme/branch-wait/gap.mean", "did you mean 'item'?"), ("item/branch-wiat/gap.mean", "did you mean 'branch-wait'?"),
    ("item/branch-wait/gap.men", "did you mean 'gap.mean'?"),
    ("item/branch-wait/gap.mean[tier=basci]", "did you mean 'tier=basic'?"),
    ("item/branch-wait/gap.mean@2026-Q2", "did you mean '2026-Q1'?"),
    ("customer::item/branch-wait/gap.mean", "did you mean 'customers'?"),
    ("item/branch-wait/nps.se", "there are "), ("item/branch-wait/n[tier]", "write [segment=value]"),
    ("cell/branch/responsiveness/failed.share", "stands in 3 surveys: customers, management, staff"),
    ("weights/all/deff", "there are no figures of the kind 'weights'"),
  ])
  func namesTheNearestOfWhatIsNotThere(_ id: String, _ words: String) throws {
    let run = try Self.explained(id)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test func givesTheSameToPrograms() throws {
    let run = try Self.explained("gap.branch.responsiveness", ["--format", "json"])
    let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(document["schema"] as? String == "cxaudit/explanation/1")
    let figure = try #require(document["figure"] as? [String: Any])
    #expect(figure["statistic"] as? String == "failed.share")
    let finding = try #require(document["finding"] as? [String: Any])
    #expect(finding["id"] as? String == "gap.branch.responsiveness")
    #expect((finding["path"] as? [[String: Any]])?.isEmpty == false)
    let input = try #require((document["inputs"] as? [[String: Any]])?.first)
    #expect((input["columns"] as? [[String: Any]])?.compactMap { $0["header"] as? String } == ["E7", "P7", "E8", "P8"])
  }

  @Test func agreesWithTheTable() throws {
    let folder = try Project.example()
    let table = try Command.run(["statistics", "content/surveys/2026-q3.csv"], in: folder).output
    let row = try #require(table.split(separator: "\n").first { $0.contains(",all,item,branch-wait,gap.se,") })
    let value = row.split(separator: ",")[6]
    #expect(try Command.run(["explain", "item/branch-wait/gap.se"], in: folder).output.contains("  = \(value), n "))
  }

  @Test func saysWhatTheSiteWithholds() throws {
    let folder = try Project.fixture("few-answers/project")
    let run = try Command.run(["explain", "item/greet/gap.mean[place=harbour]"], in: folder)
    #expect(run.output.contains("  = -1, n 3; withheld on the site: too few answers"))
  }

  @Test func writesNothing() throws {
    let folder = try Project.initial()
    let before = try FileManager.default.subpathsOfDirectory(atPath: folder.path("")).sorted()
    #expect(try Command.run(["explain", "column/\(Self.firstColumn(folder))/valid"], in: folder).status == 0)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path("")).sorted() == before)
  }

  private static func firstColumn(_ folder: TemporaryFolder) throws -> String {
    let table = try Command.run(["statistics", "content/surveys/customers-2026-q1.csv"], in: folder).output
    let row = try #require(table.split(separator: "\n").first { $0.contains(",column,") })
    return String(row.split(separator: ",")[4])
  }
}
