import Audit

/// A cell with all that the customers' surveys measured of it.
struct MeasuredCell {
  /// The latest wave of the survey with most answers: it gives the finding.
  var lead: SurveyCell
  /// Latest waves of other surveys that meet the same cell.
  var others: [SurveyCell]
  /// The lead's survey wave by wave, the latest last; without waves that asked something else.
  var history: [SurveyCell]

  var cell: Cell { lead.cell }

  static func gather(_ measured: MeasuredAudit) -> [MeasuredCell] {
    let surveys = measured.surveys.filter { $0.respondents == .customers }
    var order: [Cell] = []
    var met: [Cell: [(survey: MeasuredSurvey, cell: SurveyCell)]] = [:]
    for survey in surveys {
      guard let latest = survey.latest else { continue }
      for found in cells(of: latest, survey: survey.id, measured: measured) {
        if met[found.cell] == nil { order.append(found.cell) }
        met[found.cell, default: []].append((survey, found))
      }
    }
    return order.compactMap { cell in
      guard let candidates = met[cell], let lead = leading(candidates.map(\.cell)) else { return nil }
      let latest = candidates[lead].cell
      let history = candidates[lead].survey.waves.compactMap { wave -> SurveyCell? in
        let obstacle = latest.wave.definition.obstacle(latest.set.kind, latest.set.subject, since: wave.definition)
        guard obstacle == nil else { return nil }
        return cells(of: wave, survey: latest.survey, measured: measured).first { $0.cell == cell }
      }
      let others = candidates.indices.filter { $0 != lead }.map { candidates[$0].cell }
      return MeasuredCell(lead: candidates[lead].cell, others: others, history: history)
    }
  }

  private static func cells(of wave: MeasuredWave, survey: String, measured: MeasuredAudit) -> [SurveyCell] {
    wave.definition.findingSets.compactMap { SurveyCell(survey: survey, wave: wave, set: $0, measured: measured) }
  }

  /// Most answers among those with figures; the earlier survey where two have as many.
  private static func leading(_ cells: [SurveyCell]) -> Int? {
    func answers(_ cell: SurveyCell) -> Int { cell[.failedShare] == nil ? -1 : cell.measurement.n ?? -1 }
    return cells.indices.max { left, right in
      let (a, b) = (answers(cells[left]), answers(cells[right]))
      return a != b ? a < b : left > right
    }
  }
}
