import Audit

@testable import Diagnose

/// A cell of a hand-made survey: where it is, and its figures.
struct TestCell {
  var touchpoint: String?
  var dimension: String?
  var figures: CellFigures

  init(_ touchpoint: String?, _ dimension: String?, _ figures: CellFigures = CellFigures()) {
    self.touchpoint = touchpoint
    self.dimension = dimension
    self.figures = figures
  }
}

extension TestCell {
  fileprivate var id: String { Cell(touchpoint: touchpoint, dimension: dimension).id }
}

/// A wave of a hand-made survey: one item a cell.
struct TestWave {
  var label: String
  var cells: [TestCell]
  /// What several cells have together are the figures of the first by its id, not of the first that was asked.
  var isOrderFree = false

  init(_ label: String, _ cells: [TestCell]) {
    self.label = label
    self.cells = cells
  }

  init(_ cells: [TestCell]) {
    self.init("2026-Q3", cells)
  }

  func measured(survey: String) -> MeasuredWave {
    let items = cells.enumerated().compactMap { index, cell -> Item? in
      let scale = cell.figures.scale
      return Scale(minimum: scale.minimum, maximum: scale.maximum).map {
        Item(
          id: "p\(index + 1)", dimension: cell.dimension, touchpoint: cell.touchpoint, scale: $0,
          comparison: cell.figures.comparison)
      }
    }
    let definition = SurveyDefinition(items: items, outcomes: [], segments: [])
    let measurements = definition.sets.compactMap { set -> Measurement? in
      let named = set.items.min { cells[$0].id.utf8.lexicographicallyPrecedes(cells[$1].id.utf8) }
      guard let first = isOrderFree ? named : set.items.first else { return nil }
      let key = MeasurementKey(survey: survey, wave: label, kind: set.kind, subject: set.subject)
      return cells[first].figures.measurement(key)
    }
    let ofItems = zip(items, cells).map { item, cell in
      cell.figures.measurement(MeasurementKey(survey: survey, wave: label, kind: .item, subject: item.id))
    }
    return MeasuredWave(
      wave: Wave(label: label), definition: definition, files: ["content/surveys/\(survey)-\(label).csv"],
      fieldwork: nil, rows: 500, unusable: [], units: 0,
      slices: [MeasuredSlice(slice: .all, rows: 500, measurements: ofItems + measurements, distributions: [])],
      familySize: cells.count, columns: [])
  }
}

func survey(
  _ id: String = "customers", _ respondents: Respondents = .customers, waves: [TestWave]
) -> MeasuredSurvey {
  MeasuredSurvey(id: id, respondents: respondents, waves: waves.map { $0.measured(survey: id) })
}

/// An audit of one customers' survey with one wave.
func audit(_ cells: [TestCell]) -> MeasuredAudit { MeasuredAudit(surveys: [survey(waves: [TestWave(cells)])]) }

extension Configuration {
  /// A bank with a branch and a phone, volumes declared for the branch only.
  static var bank: Configuration {
    var configuration = Configuration()
    configuration.journey = Journey(phases: [
      Phase(
        name: "Buying",
        touchpoints: [
          Touchpoint(id: "branch", name: "Branch", owner: "Head of branches", volume: 0.5),
          Touchpoint(id: "phone", name: "Phone enquiry"),
        ])
    ])
    return configuration
  }
}

extension Project {
  static var bank: Project { Project(configuration: .bank) }
}

/// The day that `YYYY-MM-DD` names.
func day(_ iso: String) -> Day {
  guard let day = Day(iso: iso) else { preconditionFailure("no such day: \(iso)") }
  return day
}

/// The day of the report in these tests.
let reportDay = day("2026-09-30")

func findings(_ measured: MeasuredAudit, _ project: Project = .bank) -> [Finding] {
  diagnose(project, measured: measured, asOf: reportDay).findings
}

/// The findings about the service, without those about plans.
func deficiencies(_ measured: MeasuredAudit, _ project: Project = .bank) -> [Finding] {
  findings(measured, project).filter(\.isAboutService)
}

func note(
  _ slug: String, touchpoint: String? = nil, dimension: String? = nil, date: Day? = nil, _ observations: [Observation]
) -> Note {
  let file = "content/notes/\(slug).md"
  var note = Note(slug: slug, file: file, title: slug, body: MarkdownText(text: "", file: file, firstLine: 1))
  note.touchpoint = touchpoint
  note.dimension = dimension
  note.date = date
  note.observations = observations
  return note
}

func alert(
  _ title: String, _ severity: FindingClass? = nil, kind: Observation.Kind = .deficiency, id: String? = nil,
  touchpoint: String? = nil, dimension: String? = nil, cause: Cause? = nil, steps: [String] = [], line: Int = 10
) -> Observation {
  Observation(
    kind: kind, id: id, title: title, severity: severity, touchpoint: touchpoint, dimension: dimension, cause: cause,
    text: MarkdownText(text: "Seen: \(title)", file: "", firstLine: line), steps: steps, line: line)
}

func plan(
  _ slug: String, _ corrects: [String], _ status: Correction.Status = .planned, due: Day? = nil,
  _ change: (inout Correction) -> Void = { _ in }
) -> Correction {
  let file = "content/corrections/\(slug).md"
  var plan = Correction(
    slug: slug, file: file, title: "Plan \(slug)", status: status,
    body: MarkdownText(text: "", file: file, firstLine: 1))
  plan.corrects = corrects.enumerated().map {
    Correction.Reference(id: $0.element, location: SourceLocation(file, line: 3 + $0.offset))
  }
  plan.due = due
  change(&plan)
  return plan
}
