import Audit
import CSV

/// The lines of a scorecard's file, read into visits.
struct ScorecardTable {
  private(set) var visits: [ScorecardVisit] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let file: String
  private let sheet: ScorecardSheet
  private let columns: ScorecardColumns
  private let places: CellPlaces
  private var lines: [String: Int] = [:]
  private var unplanned: Set<String> = []
  /// Visits without a mark, by criterion, and without a unit; each with the first line.
  private var unmarked: [Int: (count: Int, line: Int)] = [:]
  private var unitless: (count: Int, line: Int)?
  private var photos = 0

  init(_ columns: ScorecardColumns, of sheet: ScorecardSheet, file: String, places: CellPlaces) {
    self.columns = columns
    self.sheet = sheet
    self.file = file
    self.places = places
  }

  /// Takes the next record, whose fields are as many as the header's.
  mutating func add(_ record: RecordReader.Record) {
    var cells: [String] = []
    for field in record.fields {
      guard let text = String(validating: field, as: UTF8.self) else {
        diagnostics.append(.scorecardUndecodable(at: places.place(ofLine: record.line)))
        return
      }
      cells.append(text.trimmingBlanks)
    }
    if let photo = columns.roles[.photo], !cells[photo].isEmpty { photos += 1 }
    let visit = ScorecardVisit(
      id: id(cells, record.line), unit: unit(cells, record.line), date: date(cells, record.line),
      marks: columns.marks.indices.map { mark($0, cells, record.line) }, line: record.line)
    visits.append(visit)
  }

  /// Reports what is counted over all lines.
  mutating func finish() {
    for (index, mark) in columns.marks.enumerated() {
      guard let empty = unmarked[index] else { continue }
      diagnostics.append(
        .scorecardNoMark(empty.count, column: mark.header, file: file, firstLine: empty.line))
    }
    if let unitless { diagnostics.append(.scorecardNoUnit(unitless.count, file: file, firstLine: unitless.line)) }
    if photos > 0, let photo = columns.roles[.photo] {
      diagnostics.append(.scorecardPhotos(photos, column: columns.header(photo), file: file))
    }
  }

  private mutating func id(_ cells: [String], _ line: Int) -> String {
    guard let column = columns.roles[.visit], !cells[column].isEmpty else { return String(visits.count + 1) }
    let id = cells[column]
    if let first = lines[id] {
      diagnostics.append(.scorecardRepeatedVisit(id, first: first, at: place(line, column, id)))
    } else {
      lines[id] = line
    }
    return id
  }

  private mutating func unit(_ cells: [String], _ line: Int) -> String? {
    guard let column = columns.roles[.unit] else { return nil }
    let unit = cells[column]
    guard !unit.isEmpty else {
      unitless = ((unitless?.count ?? 0) + 1, unitless?.line ?? line)
      return nil
    }
    if let planned = sheet.plan?.units, !planned.isEmpty, !planned.contains(unit), unplanned.insert(unit).inserted {
      diagnostics.append(.scorecardUnplannedUnit(unit, planned: planned, at: place(line, column, unit)))
    }
    return unit
  }

  private mutating func date(_ cells: [String], _ line: Int) -> Day? {
    guard let column = columns.roles[.date], !cells[column].isEmpty else { return nil }
    if let day = Day(iso: cells[column]) { return day }
    diagnostics.append(.scorecardDate(cells[column], at: place(line, column, cells[column])))
    return nil
  }

  private mutating func mark(_ index: Int, _ cells: [String], _ line: Int) -> ScorecardVisit.Mark {
    let (column, header) = (columns.marks[index].column, columns.marks[index].header)
    let points = columns.marks[index].criterion.points
    let text = cells[column]
    guard !text.isEmpty else {
      unmarked[index] = ((unmarked[index]?.count ?? 0) + 1, unmarked[index]?.line ?? line)
      return .none
    }
    switch sheet.words.word(text) {
    case .yes: return .points(points)
    case .no: return .points(0)
    case .notApplicable: return .notApplicable
    case nil: break
    }
    switch CellNumber(text, decimalComma: sheet.csv.decimalComma ?? false) {
    case .integer(let gained) where (0...points).contains(gained): return .points(gained)
    case .integer(let gained) where gained > points:
      diagnostics.append(
        .scorecardTooManyPoints(text, column: header, points: points, at: place(line, column, text)))
    case .fraction: diagnostics.append(.scorecardPartOfPoint(text, column: header, at: place(line, column, text)))
    case .integer, nil:
      diagnostics.append(
        .scorecardMark(text, column: header, words: possible(points), at: place(line, column, text)))
    }
    return .none
  }

  /// `yes, no, n/a or 0 to 5`.
  private func possible(_ points: Int) -> String {
    let words = [sheet.words.yes, sheet.words.no, sheet.words.notApplicable].compactMap(\.first)
    return words.joined(separator: ", ") + " or \(points == 1 ? "0 or 1" : "0 to \(points)")"
  }

  private func place(_ line: Int, _ column: Int, _ text: String) -> Place {
    places.place(line: line, field: column, length: text.unicodeScalars.count)
  }
}
